import { plural, t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { memo, useMemo } from 'react';
import { fixed, grouped, percent } from '../../core/figures';
import { resultOf } from '../../core/why/study';
import { accuracyEstimate, advantage, lastAccuracies, wayIds, type WaysResult } from '../../core/why/ways';
import { changeWords, inPoints, intervalCell } from '../inside/estimateWords';
import { MeasureChart } from '../inside/MeasureChart';
import { Verdict } from '../inside/MeasureCard';
import { NumbersTable } from '../inside/NumbersTable';
import { Word } from '../words/Word';
import { StudyCard, type StudyProps } from './StudyCard';
import { wayLines, wayNames } from './wayNames';
import { waysChart } from './waysChart';
import { waysWords } from './waysWords';

/** Traditional learning beside transfer learning, with the controls that tell knowledge from size. */
export const WaysPanel = memo(function WaysPanel(props: StudyProps<WaysResult>) {
  const result = resultOf(props.study);
  return (
    <StudyCard
      {...props}
      title={t`Four ways to learn the same pictures`}
      lead={
        <>
          <Trans>
            The same pictures, <Word of="split">splits</Word>, <Word of="epoch">epochs</Word> and{' '}
            <Word of="batch">batches</Word>. All <Word of="label">labels</Word> are right and nothing is dropped here:
            this is about what is known beforehand.
          </Trans>
          <ul className="why-ways">
            {wayIds.map((way) => (
              <li key={way}>
                <svg width="34" height="12" aria-hidden>
                  <line
                    x1="1"
                    x2="33"
                    y1="6"
                    y2="6"
                    stroke={wayLines[way].colour}
                    strokeWidth="3"
                    {...(wayLines[way].dash === undefined ? {} : { strokeDasharray: wayLines[way].dash })}
                  />
                </svg>
                <span>
                  <b>{wayNames[way].short}</b> {wayNames[way].what}
                </span>
              </li>
            ))}
          </ul>
        </>
      }
      action={t`Run the four ways`}
      again={t`Run the four ways again`}
    >
      {result?.lines.some(({ history }) => history.length > 0) && <WaysView result={result} />}
    </StudyCard>
  );
});

function WaysView({ result }: { readonly result: WaysResult }) {
  const chart = useMemo(() => waysChart(result), [result]);
  const words = useMemo(() => waysWords(result), [result]);
  const { origin, lines } = result;
  return (
    <>
      <Verdict {...words} />
      <MeasureChart title={t`Validation accuracy`} chart={chart} />
      <div className="why-cards">
        {wayIds.flatMap((id) => {
          const line = lines.find(({ way }) => way === id);
          if (!line) return [];
          const last = lastAccuracies(line);
          const e = last && accuracyEstimate(last, origin);
          return [
            <dl key={id} className="why-figures" style={{ borderColor: wayLines[id].colour }}>
              <div className="why-figures-head">
                <dt>{wayNames[id].name}</dt>
                <dd>{e ? percent(e.mean) : '…'}</dd>
              </div>
              <div>
                <dt>
                  <Trans>trained here</Trans>
                </dt>
                <dd>{weightsWords(line.trainable)}</dd>
              </div>
              <div>
                <dt>
                  <Trans>used, frozen</Trans>
                </dt>
                <dd>{line.frozen === 0 ? t`none` : weightsWords(line.frozen)}</dd>
              </div>
              <div>
                <dt>
                  <Trans>
                    training, <Plural value={origin.trials.length} one="# seed" other="# seeds" />
                  </Trans>
                </dt>
                <dd>{seconds(line.training)}</dd>
              </div>
              <div>
                <dt>
                  <Trans>getting its numbers</Trans>
                </dt>
                <dd>{seconds(line.preparing)}</dd>
              </div>
            </dl>,
          ];
        })}
      </div>
      <NumbersTable
        summary={t`The four ways as a table`}
        caption={t`Validation accuracy after the last epoch, and how much better the pretrained base is`}
        columns={[t`way`, t`accuracy`, t`95 % interval`, t`pretrained minus this`, t`weights trained`, t`seconds`]}
        rows={wayIds.flatMap((id) => {
          const line = lines.find(({ way }) => way === id);
          const last = lastAccuracies(line);
          if (!line || !last) return [];
          const e = accuracyEstimate(last, origin);
          const more = id === 'pretrained' ? null : advantage(result, id);
          return [
            [
              wayNames[id].name,
              percent(e.mean),
              intervalCell(e, percent),
              more ? changeWords(more, inPoints) : '–',
              grouped(line.trainable),
              fixed(line.training, 1),
            ],
          ];
        })}
      />
    </>
  );
}

const weightsWords = (n: number) => plural(n, { one: '# weight', other: '# weights' });

const seconds = (value: number) => (value < 100 ? `${fixed(value, 1)} s` : minutesWords(fixed(value / 60, 1)));

const minutesWords = (minutes: string) => t`${minutes} min`;
