import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconWorldDownload } from '@tabler/icons-react';
import type { BaseState } from '../../core/baseState';
import { engineNames } from '../../core/engine';
import { grouped } from '../../core/figures';
import { askingWords, keptAfter, sizeInBrackets } from '../base/hubWords';
import { Note } from '../layout/Note';
import { ProgressBar } from '../layout/ProgressBar';
import { Word } from '../words/Word';
import { OtherWays, type OtherWaysProps } from './OtherWays';
import { megabytes, readyWords, secondsWords, speedWords } from './words';

export interface BaseWorkProps extends OtherWaysProps {
  readonly state: BaseState;
  /** D, features per picture; null before the base is known that well. */
  readonly dimension: number | null;
  readonly onCancel: () => void;
  /** Goes on after a cancel, or tries again after a failure. */
  readonly onContinue: () => void;
  /** The person agrees that the base is fetched from the hub. */
  readonly onFetch: () => void;
}

/** What the base is doing, and what can be done about it. */
export function BaseWork(props: BaseWorkProps) {
  const { state, dimension, onCancel, onContinue, onFetch, ...ways } = props;
  const { card } = ways;
  const { title } = card;
  const numbers = grouped(dimension ?? 0);
  switch (state.phase) {
    case 'idle':
      return (
        <>
          <p className="base-headline">
            <Trans>Waiting for pictures</Trans>
          </p>
          <p className="lab-soft">
            {dimension === null ? (
              <Trans>
                As soon as there are some, the <Word of="base">base</Word> turns each of them into numbers.
              </Trans>
            ) : (
              <Trans>
                As soon as there are some, the <Word of="base">base</Word> turns each of them into {numbers} numbers.
              </Trans>
            )}
          </p>
        </>
      );
    case 'asking':
      return (
        <>
          <output className="base-headline">
            <Trans>{title} is not in this browser yet</Trans>
          </output>
          <p>
            {askingWords(card)}{' '}
            <b>
              <Trans>Your pictures never go along.</Trans>
            </b>{' '}
            {keptAfter}
          </p>
          <OtherWays {...ways}>
            <Button leftSection={<IconWorldDownload size={18} aria-hidden />} onClick={onFetch}>
              <Trans>Fetch it</Trans>
              {sizeInBrackets(card)}
            </Button>
          </OtherWays>
        </>
      );
    case 'downloading':
      return (
        <Working
          headline={t`Fetching the base`}
          done={state.loaded}
          total={state.total}
          words={downloadWords(state)}
          onCancel={onCancel}
        />
      );
    case 'warming':
      return (
        <Working
          headline={t`Warming up`}
          done={state.done}
          total={state.total}
          words={warmingWords(state)}
          onCancel={onCancel}
        />
      );
    case 'measuring':
      return (
        <Working
          headline={comparingWords(state)}
          words={t`The same few pictures go through each engine, and the fastest is kept for the rest.`}
          onCancel={onCancel}
        />
      );
    case 'extracting':
      return (
        <Working
          headline={t`Turning pictures into features`}
          done={state.done}
          total={state.total}
          words={extractingWords(state)}
          onCancel={onCancel}
        />
      );
    case 'ready':
      return (
        <>
          <output className="base-headline">
            {plural(state.pictures, {
              one: `# picture, ${numbers} features`,
              other: `# pictures, ${numbers} features each`,
            })}
          </output>
          <p className="lab-soft lab-numbers">{readyWords(state)}</p>
        </>
      );
    case 'cancelled':
      return (
        <>
          <output className="base-headline">{cancelledWords(state)}</output>
          <div className="lab-row">
            <Button onClick={onContinue}>
              <Trans>Continue</Trans>
            </Button>
            <span className="lab-soft">
              <Trans>What is done is kept.</Trans>
            </span>
          </div>
        </>
      );
    case 'failed':
      return (
        <>
          <Note tone="error">{state.reason}</Note>
          <OtherWays {...ways}>
            <Button onClick={onContinue}>
              <Trans>Try again</Trans>
            </Button>
          </OtherWays>
        </>
      );
    default:
      return state satisfies never;
  }
}

interface WorkingProps {
  readonly headline: string;
  /** Left out: how far it is cannot be told. */
  readonly done?: number;
  readonly total?: number;
  readonly words: string;
  readonly onCancel: () => void;
}

function Working({ headline, done, total, words, onCancel }: WorkingProps) {
  return (
    <>
      <div className="base-working">
        <p className="base-headline">{headline}</p>
        <Button variant="default" size="compact-md" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
      {done !== undefined && total !== undefined && (
        <ProgressBar label={headline} done={done} total={total} words={words} />
      )}
      <p className="lab-soft lab-numbers base-words">{words}</p>
    </>
  );
}

type Phase<P extends BaseState['phase']> = Extract<BaseState, { readonly phase: P }>;

function downloadWords({ loaded, total }: Phase<'downloading'>): string {
  if (total === 0) return t`Asking for it …`;
  const [here, all] = [megabytes(loaded), megabytes(total)];
  return t`${here} of ${all} MB`;
}

const warmingWords = ({ done, total }: Phase<'warming'>): string =>
  t`step ${done} of ${total}; this may take some seconds, once`;

function comparingWords({ engine }: Phase<'measuring'>): string {
  const name = engineNames[engine];
  return t`Comparing engines: ${name} …`;
}

function extractingWords({ done, total, perSecond, secondsLeft }: Phase<'extracting'>): string {
  const [here, all] = [grouped(done), grouped(total)];
  const time = secondsLeft === null ? '' : secondsWords(secondsLeft);
  return [
    t`${here} of ${all}`,
    ...(perSecond === null ? [] : [speedWords(perSecond)]),
    ...(secondsLeft === null ? [] : [t`${time} left`]),
  ].join(' · ');
}

function cancelledWords({ done, total }: Phase<'cancelled'>): string {
  const here = grouped(done);
  return plural(total, {
    one: `Cancelled after ${here} of # picture`,
    other: `Cancelled after ${here} of # pictures`,
  });
}
