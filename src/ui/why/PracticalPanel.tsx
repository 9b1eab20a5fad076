import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCheck, IconEye, IconHelp, IconPointFilled, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import { samples } from '../../core/samples';
import type { Met } from '../../core/why/practical';
import { measuredSets } from '../../core/why/measuredSets';
import { MeasureCard } from '../inside/MeasureCard';
import { useControl } from '../prepared/controls';
import { SetByInstructor } from '../prepared/SetByInstructor';
import { Note } from '../layout/Note';
import { Word } from '../words/Word';
import { conditions, metWords, outcomeWords, type Evidence } from './practicalWords';

export interface PracticalPanelProps {
  readonly evidence: Evidence;
  /** Why the base cannot be asked; null: it can. */
  readonly blocked: string | null;
  readonly onAsk: () => void;
  /** The built-in set that is on the page. */
  readonly sample: string | null;
  readonly isLoading: boolean;
  readonly onSample: (id: string) => void;
}

const icons: Readonly<Record<Met, typeof IconCheck>> = {
  yes: IconCheck,
  judge: IconEye,
  no: IconX,
  'cannot tell': IconHelp,
  'not measured': IconPointFilled,
};

const askingWords = (done: number, total: number) => t`Picture ${done} of ${total}`;

const distances: Readonly<Record<(typeof samples)[number]['distance'], string>> = {
  near: t`Near`,
  middle: t`In between`,
  far: t`Far`,
};

/** The three conditions under which transfer is practical, filled in from what was measured here. */
export const PracticalPanel = memo(function PracticalPanel(props: PracticalPanelProps) {
  const { evidence, blocked, onAsk, sample, isLoading, onSample } = props;
  const { asked } = evidence;
  const sets = useControl('samples');
  return (
    <MeasureCard
      title={t`Is it practical here?`}
      lead={
        <Trans>
          <Word of="transfer-learning">Transfer learning</Word> is practical under three conditions. Each is filled in
          from what was measured with the pictures on this page.
        </Trans>
      }
      busy={false}
      ask={null}
    >
      {asked.phase === 'failed' && <Note tone="error">{asked.reason}</Note>}
      <ol className="why-conditions">
        {conditions(evidence).map(({ title, met, evidence: words }) => {
          const Icon = icons[met];
          return (
            <li key={title} data-met={met}>
              <Icon size={22} aria-hidden />
              <div>
                <b>{title}</b> <span className="why-met">{metWords[met]}</span>
                <p>{words}</p>
              </div>
            </li>
          );
        })}
      </ol>
      <p className="measure-verdict">{outcomeWords(evidence)}</p>
      <div className="lab-row">
        <Button
          variant="default"
          disabled={blocked !== null || asked.phase === 'asking'}
          loading={asked.phase === 'asking'}
          onClick={onAsk}
        >
          <Trans>Ask the base about some pictures</Trans>
        </Button>
        <output className="lab-soft">
          {asked.phase === 'asking' ? askingWords(asked.done, asked.total) : (blocked ?? '')}
        </output>
      </div>
      {sets !== 'hidden' && (
        <div className="measure-block">
          <h4 className="measure-title">
            <Trans>Try it near and far</Trans>
          </h4>
          <p className="lab-soft">
            <Trans>
              Built-in sets at three distances from what the bundled <Word of="base">base</Word> was trained on, with
              what we measured over ten <Word of="seed">seeds</Word>. Loading one puts away the results above, which you
              can download before; your own pictures are kept and offered back.
            </Trans>
          </p>
          {sets === 'locked' && (
            <p>
              <SetByInstructor />
            </p>
          )}
          <ul className="why-sets">
            {samples.map(({ id, title, distance, description, distanceWords }) => (
              <li key={id}>
                <div className="why-sets-head">
                  <span className="why-distance" data-distance={distance}>
                    {distances[distance]}
                  </span>
                  <b>{title}</b>
                </div>
                <p>{description}</p>
                <p className="lab-soft">{distanceWords}</p>
                {measuredSets[id] !== undefined && <p>{measuredSets[id]}</p>}
                <Button
                  variant="default"
                  size="compact-md"
                  disabled={isLoading || sample === id || sets === 'locked'}
                  onClick={() => onSample(id)}
                  aria-label={sample === id ? t`On the page now: ${title}` : t`Load this set: ${title}`}
                >
                  {sample === id ? t`On the page now` : t`Load this set`}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </MeasureCard>
  );
});
