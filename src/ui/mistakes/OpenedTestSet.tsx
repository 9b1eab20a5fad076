import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconLockOpen2 } from '@tabler/icons-react';
import { percent } from '../../core/figures';
import { armWords } from '../../core/armWords';
import type { TestResult } from '../../core/log/logEntry';
import type { Confusion } from '../../core/mistakes/confusion';
import type { Estimate } from '../../core/statistics';
import { ConfusionTable } from '../inside/ConfusionTable';
import { intervalCell } from '../inside/estimateWords';
import { Verdict } from '../inside/MeasureCard';
import { Note } from '../layout/Note';
import { Word } from '../words/Word';
import { coverageWords, openedWords, validationWords } from './testWords';

export interface OpenedTestSetProps {
  /** In ms since 1970. */
  readonly openedAt: number;
  /** null: its entry in the log has been deleted, and the page was loaded again since. */
  readonly result: TestResult | null;
  /** Of the same heads, by arm; empty: not known any more. */
  readonly validation: readonly Estimate[];
  /** Of the heads that were tested, and of what the log ends with; null: not known any more. */
  readonly epochs: { readonly tested: number; readonly logged: number } | null;
  /** By arm, over all seeds; null: not there (any more). */
  readonly confusions: readonly Confusion[] | null;
  readonly classNames: readonly string[];
  /** Whether the log has it. */
  readonly isLogged: boolean;
  /** The heads at hand are later ones. */
  readonly isEarlier: boolean;
  /** Pictures still set aside. */
  readonly pictures: number;
  readonly onRelease: () => void;
}

/** The test set after it has been opened: what came out, and that it is a test of nothing else. */
export function OpenedTestSet(props: OpenedTestSetProps) {
  const { openedAt, result, validation, epochs, confusions, classNames, isLogged, isEarlier, pictures, onRelease } =
    props;
  return (
    <>
      <p className="test-state">
        <IconLockOpen2 size={22} aria-hidden />
        {openedWords(openedAt)}
      </p>
      {result ? (
        <Result result={result} validation={validation} epochs={epochs} />
      ) : (
        <Note tone="warn">
          <Trans>What came out stood in the log, whose entry has been deleted.</Trans>
        </Note>
      )}
      {result && !isLogged && (
        <Note tone="warn">
          <Trans>
            The log has no entry of this training any more, so that the result could not be written there. It is shown
            until the page is closed; that the test set was opened is kept.
          </Trans>
        </Note>
      )}
      {result && confusions && (
        <>
          <p className="lab-soft">
            <Trans>
              The answers of all <Word of="seed">seeds</Word> together: a picture counts once for each seed.
            </Trans>
          </p>
          <div className="measure-pair mistake-matrices">
            {result.arms.map(({ name }, arm) => {
              const confusion = confusions[arm];
              const side = armWords({ name });
              return (
                confusion && (
                  <div key={name} className="measure-arm">
                    <h4 className="measure-title">{capital(side)}</h4>
                    <ConfusionTable
                      cells={confusion.cells}
                      classNames={classNames}
                      caption={t`Test pictures, ${side}, all seeds together`}
                      scores={confusion.scores}
                      unit="answer"
                    />
                  </div>
                )
              );
            })}
          </div>
        </>
      )}
      <Note>
        {isEarlier && (
          <>
            <Trans>You have trained again since.</Trans>{' '}
          </>
        )}
        <Trans>
          Another training that is tested on these pictures would be looking twice: what you change after having seen
          this result is chosen by it. So it is not offered again. A new test needs new pictures.
        </Trans>
      </Note>
      <div className="lab-row">
        <Button variant="default" onClick={onRelease}>
          <Trans>Put it back among the pictures</Trans>
        </Button>
        <span className="lab-soft">
          <Plural
            value={pictures}
            one="# picture can be learned from again then."
            other="# pictures can be learned from again then."
          />{' '}
          {isLogged ? t`The opening stays in the log.` : t`None of them is drawn for a test again.`}
        </span>
      </div>
    </>
  );
}

function Result({
  result,
  validation,
  epochs,
}: Pick<OpenedTestSetProps, 'validation' | 'epochs'> & { readonly result: TestResult }) {
  const rows = result.arms.map(({ name, accuracy }, arm) => ({ name, accuracy, validation: validation[arm] }));
  const isKnown = validation.length > 0;
  return (
    <>
      <Verdict main={result.sentence} more={[coverageWords(result)]} />
      {/* A scrolling region must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="measure-scroll" tabIndex={0} aria-label={t`Accuracy on the test set`}>
        <table className="measure-table">
          <caption>
            <Plural value={result.difference.n} one="Mean over # seed" other="Mean over # seeds" />
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>side</Trans>
              </th>
              <th scope="col">
                <Trans>
                  test <Word of="accuracy">accuracy</Word>
                </Trans>
              </th>
              <th scope="col">
                <Word of="interval">{t`95 % interval`}</Word>
              </th>
              {isKnown && (
                <th scope="col">
                  <Trans>
                    <Word of="validation">validation</Word> accuracy
                  </Trans>
                </th>
              )}
              {isKnown && (
                <th scope="col">
                  <Trans>95&nbsp;% interval of it</Trans>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, accuracy, validation: own }) => (
              <tr key={name}>
                <th scope="row">{armWords({ name })}</th>
                <td>{percent(accuracy.mean)}</td>
                <td>{intervalCell(accuracy, percent)}</td>
                {isKnown && <td>{own ? percent(own.mean) : '—'}</td>}
                {isKnown && <td>{own ? intervalCell(own, percent) : '—'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {isKnown && (
        <p className="lab-soft">
          {validationWords(epochs)}{' '}
          <Trans>
            It may be higher, because settings were chosen by looking at it; and its interval covers the seeds alone,
            not new pictures.
          </Trans>
        </p>
      )}
    </>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
