import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import {
  IconArrowsHorizontal,
  IconDice3,
  IconEqual,
  IconTrendingDown,
  IconTrendingUp,
  type TablerIcon,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Experiment } from '../../core/experiment';
import { between, decimal, grouped, nats, percent, points, signed } from '../../core/figures';
import type { RunFingerprint } from '../../core/runFingerprint';
import type { Settings } from '../../core/settings';
import type { Estimate } from '../../core/statistics';
import type { Contrast, Outcome, Verdict } from '../../core/verdict';
import { range } from '../../core/wording';
import { Word } from '../words/Word';
import { DifferencesModal } from './DifferencesModal';

export interface VerdictPanelProps {
  readonly verdict: Verdict;
  /** Those of this training. */
  readonly settings: Settings;
  readonly experiment: Experiment;
  /** Of every run, in run order; empty before they are measured. */
  readonly fingerprints: readonly RunFingerprint[];
}

/** What the comparison says: one sentence, the numbers it rests on, and what else is worth saying. */
export function VerdictPanel({ verdict, settings, experiment, fingerprints }: VerdictPanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  const Icon = icons[verdict.accuracy.outcome];
  return (
    <section className="verdict" data-outcome={verdict.accuracy.outcome} aria-label={t`Verdict`}>
      <h3 className="verdict-headline">
        <Icon size={30} stroke={1.75} aria-hidden />
        {verdict.headline}
      </h3>
      <div className="verdict-body">
        <div>
          <VerdictNumbers verdict={verdict} />
          <Button variant="default" mt="md" onClick={() => setIsOpen(true)}>
            <Trans>What differs between the two sides?</Trans>
          </Button>
        </div>
        <ul className="verdict-words">
          {verdict.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <DifferencesModal
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        settings={settings}
        experiment={experiment}
        fingerprints={fingerprints}
      />
    </section>
  );
}

function VerdictNumbers({ verdict }: { readonly verdict: Verdict }) {
  const [left, right] = verdict.arms;
  const { fewest, most } = verdict.validationPictures;
  const onePicture = points(verdict.onePicture);
  const least = grouped(fewest);
  const picturesWords =
    fewest === most
      ? t`${plural(most, { one: '# picture', other: '# pictures' })}, one is ${onePicture} points`
      : t`${least} to ${plural(most, { one: '# picture', other: '# pictures' })}, one is ${onePicture} points`;
  const { epochs, seeds } = verdict;
  const rate = decimal(right.dropoutRate);
  return (
    <table className="verdict-numbers">
      <thead>
        <tr>
          <th scope="col">
            <Trans>After epoch {epochs}</Trans>
          </th>
          <th scope="col">
            <Trans>Without dropout</Trans>
          </th>
          <th scope="col">
            <Trans>
              With <Word of="dropout">dropout</Word> {rate}
            </Trans>
          </th>
          <th scope="col">
            <Trans>
              Difference, <Word of="paired">paired</Word>
            </Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <Trans>
              Training <Word of="accuracy">accuracy</Word>
            </Trans>
            {verdict.wrongLabels.wrong > 0 && (
              <small>
                <Trans>on the given labels</Trans>
              </small>
            )}
          </th>
          <Cell of={left.training} figure={percent} />
          <Cell of={right.training} figure={percent} />
          <td>–</td>
        </tr>
        <tr>
          <th scope="row">
            <Trans>Validation accuracy</Trans>
            <small>{picturesWords}</small>
          </th>
          <Cell of={left.validation} figure={percent} />
          <Cell of={right.validation} figure={percent} />
          <ContrastCell of={verdict.accuracy} figure={points} words={[t`higher`, t`lower`]} />
        </tr>
        <tr>
          <th scope="row">
            <Word of="gap">{t`Gap`}</Word>
            <small>
              <Trans>in points</Trans>
            </small>
          </th>
          <Cell of={left.gap} figure={points} />
          <Cell of={right.gap} figure={points} />
          <ContrastCell of={verdict.gap} figure={points} words={[t`smaller`, t`larger`]} />
        </tr>
        <tr>
          <th scope="row">
            <Trans>
              Validation <Word of="loss">loss</Word>
            </Trans>
          </th>
          <Cell of={left.validationLoss} figure={nats} />
          <Cell of={right.validationLoss} figure={nats} />
          <ContrastCell of={verdict.loss} figure={nats} words={[t`lower`, t`higher`]} />
        </tr>
      </tbody>
      {verdict.seeds > 1 && (
        <caption style={{ captionSide: 'bottom', textAlign: 'left' }}>
          <small>
            <Trans>
              Means over {seeds} <Word of="seed">seeds</Word>; below each its{' '}
              <Word of="interval">95&nbsp;% interval</Word>; what it covers is said beside.
            </Trans>
          </small>
        </caption>
      )}
    </table>
  );
}

interface CellProps {
  readonly of: Estimate;
  readonly figure: (value: number) => string;
}

const Cell = ({ of, figure }: CellProps) => (
  <td>
    {figure(of.mean)}
    {of.kind === 'interval' && <small>{between(bare(figure(of.low)), bare(figure(of.high)))}</small>}
  </td>
);

interface ContrastCellProps {
  readonly of: Contrast;
  readonly figure: (value: number) => string;
  /** What "helps" and "hurts" mean for this figure. */
  readonly words: readonly [string, string];
}

function ContrastCell({ of, figure, words: [helps, hurts] }: ContrastCellProps) {
  const words: Readonly<Record<Outcome, string>> = {
    helps,
    hurts,
    'cannot tell': t`cannot tell`,
    'one run': t`one run`,
    identical: t`identical`,
  };
  return (
    <td>
      <strong>{signed(figure(of.difference.mean))}</strong>
      {of.difference.kind === 'interval' && of.outcome !== 'identical' && <small>{range(of.difference, figure)}</small>}
      <small>{words[of.outcome]}</small>
    </td>
  );
}

const bare = (figure: string) => figure.replace('\u00a0%', '');

const icons: Readonly<Record<Outcome, TablerIcon>> = {
  helps: IconTrendingUp,
  hurts: IconTrendingDown,
  'cannot tell': IconArrowsHorizontal,
  'one run': IconDice3,
  identical: IconEqual,
};
