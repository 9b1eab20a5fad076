import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconEye, IconPlayerPlay } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Note } from '../../ui/layout/Note';
import type { Place, SetUp } from '../lesson';
import type { Try } from '../record';
import { Choices } from './Choices';
import { Outcome } from './Outcome';

/** What a set-up's run would meet, and what became of the last one. */
interface SetUpState {
  /** All tries, oldest first. */
  readonly tries: readonly Try[];
  /** What is under way of its run, in words; null: nothing. */
  readonly doing: string | null;
  /** Another set-up's run is under way. */
  readonly isWaiting: boolean;
  /** Why the last run came to nothing; null: it did not. */
  readonly failed: string | null;
}

export interface SetUpCardProps extends SetUpState {
  readonly setUp: SetUp;
  /** Something trains that the run would end. */
  readonly isBusy: boolean;
  /** The pictures that are there are a learner's own. */
  readonly hasOwn: boolean;
  readonly onRun: (said: string | null, onOwn: boolean) => void;
  readonly onShow: (place: Place) => void;
}

/** Something to do in the app by one press, with the question that comes before it and what came out. */
export function SetUpCard(props: SetUpCardProps) {
  const { setUp, tries, doing, isWaiting, failed, isBusy, hasOwn, onRun, onShow } = props;
  const { prediction } = setUp;
  const [said, setSaid] = useState<string | null>(null);
  /** Asked once more before it runs, and on which pictures that would be. */
  const [asks, setAsks] = useState<{ readonly about: 'prediction' | 'busy'; readonly onOwn: boolean } | null>(null);
  const last = tries.findLast(({ words }) => words !== null);
  // A new try gets a question of its own.
  const [isAgain, setAgain] = useState(false);
  const isOver = last !== undefined && doing === null && !isAgain && failed === null;
  const isRunning = doing !== null;
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that has just been pressed goes away, and whoever is on it would be at the top of the page.
  const focusHeading = () => heading.current?.focus();

  const run = (onOwn: boolean, answered: 'nothing' | 'prediction' | 'busy') => {
    if (isRunning || isWaiting) return;
    if (isOver && prediction) {
      setAgain(true);
      setSaid(null);
      return;
    }
    if (prediction && said === null && answered === 'nothing') return setAsks({ about: 'prediction', onOwn });
    if (isBusy && answered !== 'busy') return setAsks({ about: 'busy', onOwn });
    if (answered !== 'nothing' || onOwn) focusHeading();
    setAsks(null);
    setAgain(false);
    onRun(said, onOwn);
  };

  return (
    <section className="lesson-card lesson-set-up" aria-label={setUp.title}>
      <h3 ref={heading} tabIndex={-1}>
        {setUp.title}
      </h3>
      <p>{setUp.about}</p>
      {prediction && !isOver && (
        <Choices
          question={prediction.question}
          options={prediction.options}
          chosen={isRunning ? (tries.at(-1)?.said ?? null) : said}
          isLocked={isRunning}
          onChoose={(id) => {
            setSaid(id);
            setAsks(null);
          }}
        />
      )}
      {isOver && prediction && <Outcome prediction={prediction} last={last} tries={tries.length} />}
      {!isOver && hasOwn && (
        <p className="lab-soft">
          <Trans>
            It opens on a built-in set. Your own pictures are kept as a project apart; the project menu leads back to
            them.
          </Trans>
        </p>
      )}
      <div className="lab-row">
        <Button
          color="ember"
          variant={isOver ? 'default' : 'filled'}
          size="compact-md"
          leftSection={<IconPlayerPlay size={18} aria-hidden />}
          aria-disabled={isRunning || isWaiting}
          onClick={() => run(false, 'nothing')}
        >
          {isRunning ? t`Running …` : isOver ? t`Try it again` : setUp.does.does === 'open' ? t`Open it` : t`Run it`}
        </Button>
        {hasOwn && setUp.onOwn && !isOver && (
          <Button
            variant="default"
            size="compact-md"
            aria-disabled={isRunning || isWaiting}
            onClick={() => run(true, 'nothing')}
          >
            <Trans>Run it on my pictures</Trans>
          </Button>
        )}
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconEye size={18} aria-hidden />}
          onClick={() => onShow(setUp.look)}
        >
          <Trans>Show me where</Trans>
        </Button>
      </div>
      <div className="lesson-status">
        {isRunning && <p>{doing}</p>}
        {isWaiting && <p className="lab-soft">{t`Another set-up is running; this one can run after it.`}</p>}
      </div>
      {asks && !isRunning && (
        <Note>
          <p>
            {asks.about === 'prediction' ? (
              <Trans>Say first what you expect: what you have predicted you look at twice.</Trans>
            ) : (
              <Trans>Something is being trained. Stop it and run this instead?</Trans>
            )}
          </p>
          <div className="lab-row">
            <Button variant="default" size="compact-md" onClick={() => run(asks.onOwn, asks.about)}>
              {asks.about === 'prediction' ? t`Run it without a prediction` : t`Stop it and run this`}
            </Button>
            {asks.about === 'busy' && (
              <Button
                variant="default"
                size="compact-md"
                onClick={() => {
                  focusHeading();
                  setAsks(null);
                }}
              >
                <Trans>Let it go on</Trans>
              </Button>
            )}
          </div>
        </Note>
      )}
      {failed !== null && !isRunning && <Note tone="warn">{failed}</Note>}
      <h4>
        <Trans>Watch for</Trans>
      </h4>
      <ul>
        {setUp.watch.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
