import { t } from '@lingui/core/macro';
import { pageHref } from '../core/page';
import { samples } from '../core/samples';
import { useControl } from '../ui/prepared/controls';
import { Welcome } from '../ui/layout/Welcome';
import { SampleChoice } from '../ui/pictures/SampleChoice';
import { useLab, useLabState } from './context';
import { showStation } from './stations';

const firstLesson = 'lesson-transfer';

export function WelcomeStation() {
  const lab = useLab();
  const empty = useLabState((s) => s.collection.classes.length === 0);
  const busy = useLabState((s) => s.importing !== null);
  const [sample, ...others] = samples;
  const hasSets = useControl('samples') === 'shown';
  const hasOwn = useControl('pictures') === 'shown';
  const hasLessons = useControl('lessons') === 'shown';
  if (!empty) return null;
  const tryIt = async (id: string) => {
    showStation('base');
    if (await lab.loadSample(id)) await lab.trainWhenReady();
  };
  return (
    <Welcome
      sample={t`324 drawings of animals, food and vehicles`}
      busy={busy}
      onSample={hasSets ? () => void tryIt(sample.id) : null}
      onOwn={hasOwn ? () => showStation('pictures') : null}
      lesson={hasLessons ? { href: pageHref(firstLesson), onOpen: () => lab.show(firstLesson) } : null}
      others={
        hasSets && (
          <SampleChoice
            summary={t`Other sets: where does transfer stop helping?`}
            samples={others}
            current={null}
            verb={t`Try it`}
            busy={busy}
            onChoose={(id) => void tryIt(id)}
          />
        )
      }
    />
  );
}
