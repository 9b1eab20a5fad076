import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { memo, useMemo } from 'react';
import { count, percent } from '../../core/figures';
import { resultOf } from '../../core/why/study';
import { accuracyEstimate, advantage, lastAccuracies, wayIds, type WaysResult } from '../../core/why/ways';
import { changeWords, inPoints, intervalCell } from '../inside/estimateWords';
import { MeasureChart } from '../inside/MeasureChart';
import { Verdict } from '../inside/MeasureCard';
import { NumbersTable } from '../inside/NumbersTable';
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
            The same pictures, splits, epochs and batches. All labels are right and nothing is dropped here: this is
            about what is known beforehand.
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
          </Trans>
        </>
      }
      action={t`Run the four ways`}
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
                <dd>{count(line.trainable, 'weight')}</dd>
              </div>
              <div>
                <dt>
                  <Trans>used, frozen</Trans>
                </dt>
                <dd>{line.frozen === 0 ? 'none' : count(line.frozen, 'weight')}</dd>
              </div>
              <div>
                <dt>
                  <Trans>training, {count(origin.trials.length, 'seed')}</Trans>
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
        columns={['way', 'accuracy', '95 % interval', t`pretrained minus this`, t`weights trained`, 'seconds']}
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
              line.trainable.toLocaleString('en'),
              line.training.toFixed(1),
            ],
          ];
        })}
      />
    </>
  );
}

const seconds = (value: number) => (value < 100 ? `${value.toFixed(1)} s` : t`${(value / 60).toFixed(1)} min`);
