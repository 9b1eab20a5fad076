import { Button } from '@mantine/core';
import { IconWorldDownload } from '@tabler/icons-react';
import type { BaseState } from '../../core/baseState';
import { engineNames } from '../../core/engine';
import { askingWords, keptAfter, sizeInBrackets } from '../base/hubWords';
import { Note } from '../layout/Note';
import { ProgressBar } from '../layout/ProgressBar';
import { OtherWays, type OtherWaysProps } from './OtherWays';
import { countWords, megabytes, readyWords, secondsWords, speedWords } from './words';

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
  switch (state.phase) {
    case 'idle':
      return (
        <>
          <p className="base-headline">Waiting for pictures</p>
          <p className="lab-soft">
            As soon as there are some, the base turns each of them into{' '}
            {dimension === null ? '' : countWords(dimension)} numbers.
          </p>
        </>
      );
    case 'asking':
      return (
        <>
          <output className="base-headline">{card.title} is not in this browser yet</output>
          <p>
            {askingWords(card)} <b>Your pictures never go along.</b> {keptAfter}
          </p>
          <OtherWays {...ways}>
            <Button leftSection={<IconWorldDownload size={18} aria-hidden />} onClick={onFetch}>
              Fetch it{sizeInBrackets(card)}
            </Button>
          </OtherWays>
        </>
      );
    case 'downloading':
      return (
        <Working
          headline="Fetching the base"
          done={state.loaded}
          total={state.total}
          words={state.total === 0 ? 'Asking for it …' : `${megabytes(state.loaded)} of ${megabytes(state.total)} MB`}
          onCancel={onCancel}
        />
      );
    case 'warming':
      return (
        <Working
          headline="Warming up"
          done={state.done}
          total={state.total}
          words={`step ${state.done} of ${state.total}; this may take some seconds, once`}
          onCancel={onCancel}
        />
      );
    case 'measuring':
      return (
        <Working
          headline={`Comparing engines: ${engineNames[state.engine]} …`}
          words="The same few pictures go through each engine, and the fastest is kept for the rest."
          onCancel={onCancel}
        />
      );
    case 'extracting':
      return (
        <Working
          headline="Turning pictures into features"
          done={state.done}
          total={state.total}
          words={[
            `${countWords(state.done)} of ${countWords(state.total)}`,
            ...(state.perSecond === null ? [] : [speedWords(state.perSecond)]),
            ...(state.secondsLeft === null ? [] : [`${secondsWords(state.secondsLeft)} left`]),
          ].join(' · ')}
          onCancel={onCancel}
        />
      );
    case 'ready':
      return (
        <>
          <output className="base-headline">
            {countWords(state.pictures)} pictures, {countWords(dimension ?? 0)} features each
          </output>
          <p className="lab-soft lab-numbers">{readyWords(state)}</p>
        </>
      );
    case 'cancelled':
      return (
        <>
          <output className="base-headline">
            Cancelled after {countWords(state.done)} of {countWords(state.total)} pictures
          </output>
          <div className="lab-row">
            <Button onClick={onContinue}>Continue</Button>
            <span className="lab-soft">What is done is kept.</span>
          </div>
        </>
      );
    case 'failed':
      return (
        <>
          <Note tone="error">{state.reason}</Note>
          <OtherWays {...ways}>
            <Button onClick={onContinue}>Try again</Button>
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
          Cancel
        </Button>
      </div>
      {done !== undefined && total !== undefined && (
        <ProgressBar label={headline} done={done} total={total} words={words} />
      )}
      <p className="lab-soft lab-numbers base-words">{words}</p>
    </>
  );
}
