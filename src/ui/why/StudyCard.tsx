import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Doing, Study } from '../../core/why/study';
import { grouped } from '../../core/figures';
import { MeasureCard } from '../inside/MeasureCard';
import { RunRow } from '../inside/RunRow';
import { Note } from '../layout/Note';
import { Word } from '../words/Word';
import './why.css';

/** What every experiment of the station is given. */
export interface StudyProps<R> {
  readonly study: Study<R>;
  /** Why it cannot be started; null: it can. */
  readonly blocked: string | null;
  /** Settings or pictures are no longer those of the result shown. */
  readonly isOutdated: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
  /** Saves what came of it as JSON. */
  readonly onSave: () => void;
}

interface StudyCardProps extends StudyProps<unknown> {
  readonly title: string;
  readonly lead: ReactNode;
  /** "Run the four ways" */
  readonly action: string;
  /** "Run the four ways again" */
  readonly again: string;
  /** Stands above the button: what can be set. */
  readonly controls?: ReactNode;
  /** What came of it so far. */
  readonly children: ReactNode;
}

/** The frame of one experiment: what it is, the button that runs it, how far it is, and what came of it. */
export function StudyCard(props: StudyCardProps) {
  const { title, lead, action, again, controls, study, blocked, isOutdated, onStart, onStop, onSave, children } = props;
  const hasResult = study.phase !== 'none' && study.result !== null;
  return (
    <MeasureCard title={title} lead={lead} busy={false} ask={null}>
      {controls}
      {study.phase === 'failed' && <Note tone="error">{study.reason}</Note>}
      {study.phase === 'stopped' && (
        <Note>
          {hasResult
            ? t`Stopped: what is shown is what there was by then.`
            : t`Stopped before there was anything to show.`}
        </Note>
      )}
      {study.phase === 'running' && isOutdated && (
        <Note tone="warn">
          <Trans>Settings or pictures have changed: this run goes on with the former ones.</Trans>
        </Note>
      )}
      {hasResult && study.phase !== 'running' && isOutdated && (
        <Note tone="warn">
          <Trans>The settings or pictures have changed since: this is what came of the former ones.</Trans>
        </Note>
      )}
      <RunRow
        progress={study.phase === 'running' ? { ...study.doing, words: doingWords(study.doing) } : null}
        label={title}
        action={hasResult ? again : action}
        blocked={blocked}
        onStart={onStart}
        onStop={onStop}
      />
      {hasResult && children}
      {hasResult && (
        <p className="lab-soft why-bands">
          <Trans>
            Shaded: the <Word of="interval">95&nbsp;% interval</Word> of the mean over the <Word of="seed">seeds</Word>.
            With few seeds it is wide: more seeds, at station 3, make it narrower.
          </Trans>
        </p>
      )}
      {hasResult && study.phase !== 'running' && (
        <div>
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={onSave}
            aria-label={t`Download JSON: ${title}`}
          >
            <Trans>Download JSON</Trans>
          </Button>
        </div>
      )}
    </MeasureCard>
  );
}

function doingWords({ words, done, total, secondsLeft }: Doing): string {
  if (total === 0) return `${words} …`;
  const [part, all] = [grouped(done), grouped(total)];
  if (secondsLeft === null || secondsLeft < 5) return t`${words}: ${part} of ${all}`;
  const left = timeWords(secondsLeft);
  return t`${words}: ${part} of ${all}, about ${left} left`;
}

const timeWords = (seconds: number) =>
  seconds < 90 ? `${Math.round(seconds)} s` : minutesWords(Math.round(seconds / 60));

const minutesWords = (minutes: number) => t`${minutes} min`;
