import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { lazy, useCallback, useMemo, useState } from 'react';
import type { CollectionAction, Picture } from '../core/collection';
import { sampleOf, samples } from '../core/samples';
import { Section } from '../ui/layout/Section';
import { ImportProgress } from '../ui/pictures/ImportProgress';
import { ImportReport } from '../ui/pictures/ImportReport';
import { PicturesPanel } from '../ui/pictures/PicturesPanel';
import { SampleChoice } from '../ui/pictures/SampleChoice';
import { useAnyFree, useControl } from '../ui/prepared/controls';
import { UndoBar } from '../ui/pictures/UndoBar';
import { Augmentation } from './Augmentation';
import { Word } from '../ui/words/Word';
import { useLab, useLabState } from './context';
import { drawnTrial } from './draws';
import { Guarded } from './Guarded';
import { Known } from './Known';
import { stations } from './stations';
import { undoWords } from './undoWords';

const RecordDialog = lazy(() => import('./webcam/RecordDialog'));

export function PicturesStation() {
  const lab = useLab();
  const { importing, report, undoable, sample, noise } = useLabState((s) => ({
    importing: s.importing,
    report: s.report,
    undoable: s.undoable,
    sample: s.sample,
    noise: s.settings.noise,
  }));
  // On a page that is prepared so that no other pictures can come in, there would be nothing left.
  const canGoOn = useAnyFree(['samples', 'pictures']);
  return (
    <Section
      step={1}
      id={stations.pictures}
      title={t`Pictures`}
      lead={
        <>
          {sampleOf(sample)?.description ??
            t`Task B: a few pictures of the things you want told apart. They stay on this device.`}
          {noise > 0 && (
            <>
              {' '}
              <Trans>
                Some training labels are <Word of="wrong-labels">made wrong on purpose</Word> and marked, so that there
                is something that should not be learned by heart.
              </Trans>
            </>
          )}
        </>
      }
      aside={<Aside />}
    >
      {importing && <ImportProgress {...importing} onCancel={canGoOn ? () => void lab.importer.cancel() : null} />}
      {report && <ImportReport summary={report} onDismiss={() => lab.store.setState({ report: null })} />}
      <SampleChoice
        summary={t`Built-in sets, from near to far`}
        samples={samples}
        current={sample}
        verb={t`Load`}
        busy={importing !== null}
        onChoose={(id) => void lab.loadSample(id)}
      />
      <Panel />
      <UndoBar message={undoable} onUndo={lab.undo} onDismiss={() => lab.store.setState({ undoable: null })} />
    </Section>
  );
}

/** What goes over the whole collection. */
function Aside() {
  const lab = useLab();
  const canLoad = useControl('samples') === 'shown';
  const canDelete = useControl('pictures') === 'shown';
  const { importing, sample, isEmpty } = useLabState((s) => ({
    importing: s.importing !== null,
    sample: s.sample,
    isEmpty: s.collection.classes.length === 0,
  }));
  const [builtIn] = samples;
  return (
    <div className="lab-row">
      {sample === null ? (
        <>
          {!isEmpty && canDelete && (
            <Button
              variant="subtle"
              color="gray"
              disabled={importing}
              onClick={() => lab.change({ type: 'cleared' }, t`All pictures and classes deleted.`)}
            >
              <Trans>Delete all</Trans>
            </Button>
          )}
          {canLoad && (
            <Button variant="subtle" disabled={importing} onClick={() => void lab.loadSample(builtIn.id)}>
              <Trans>Load the built-in set</Trans>
            </Button>
          )}
        </>
      ) : (
        canLoad && (
          <Button variant="subtle" disabled={importing} onClick={lab.startOver}>
            <Trans>Start with my own pictures</Trans>
          </Button>
        )
      )}
    </div>
  );
}

const augmentation = <Augmentation />;
const recognition = (picture: Picture) => <Known picture={picture} />;

/** Apart from the progress above, which changes often: the pictures are many. */
function Panel() {
  const lab = useLab();
  const { collection, settings, shownTrial, testLocked } = useLabState(
    ({ collection, settings, shownTrial, testOpenedAt }) => ({
      collection,
      settings,
      shownTrial,
      testLocked: testOpenedAt === null,
    }),
  );
  const { split, noise, perClass, seed } = settings;
  const draw = useMemo(
    () => drawnTrial({ split, noise, perClass }, seed + shownTrial, collection),
    [split, noise, perClass, seed, shownTrial, collection],
  );
  const onFiles = useCallback((files: File[], classId: string | null) => void lab.importer.add(files, classId), [lab]);
  const onAction = useCallback(
    (action: CollectionAction) => lab.change(action, undoWords(lab.store.getState().collection, action)),
    [lab],
  );
  const [recorded, setRecorded] = useState<string | null>(null);
  const onCamera = useCallback((classId: string) => setRecorded(classId), []);
  const panel = (
    <Guarded what={t`The classes`} meanwhile={null}>
      <PicturesPanel
        augmentation={augmentation}
        recognition={recognition}
        collection={collection}
        draw={draw}
        shown={shownTrial}
        draws={settings.seeds}
        share={split}
        testLocked={testLocked}
        thumbnailUrl={lab.thumbnailUrl}
        onFiles={onFiles}
        onAction={onAction}
        onShown={(shown) => lab.store.setState({ shownTrial: shown })}
        onShare={(share) => lab.set({ split: share })}
        onCamera={onCamera}
      />
    </Guarded>
  );
  return (
    <>
      {panel}
      {recorded !== null && (
        <Guarded what={t`The camera`} meanwhile={t`Getting the camera ready …`}>
          <RecordDialog classId={recorded} onClose={() => setRecorded(null)} />
        </Guarded>
      )}
    </>
  );
}
