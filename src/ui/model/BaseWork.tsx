import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
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
          <p className="base-headline">
            <Trans>Waiting for pictures</Trans>
          </p>
          <p className="lab-soft">
            <Trans>
              As soon as there are some, the base turns each of them into{' '}
              {dimension === null ? '' : countWords(dimension)} numbers.
            </Trans>
          </p>
        </>
      );
    case 'asking':
      return (
        <>
          <output className="base-headline">
            <Trans>{card.title} is not in this browser yet</Trans>
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
              <Trans>Fetch it{sizeInBrackets(card)}</Trans>
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
          words={state.total === 0 ? t`Asking for it …` : t`${megabytes(state.loaded)} of ${megabytes(state.total)} MB`}
          onCancel={onCancel}
        />
      );
    case 'warming':
      return (
        <Working
          headline={t`Warming up`}
          done={state.done}
          total={state.total}
          words={`step ${state.done} of ${state.total}; this may take some seconds, once`}
          onCancel={onCancel}
        />
      );
    case 'measuring':
      return (
        <Working
          headline={t`Comparing engines: ${engineNames[state.engine]} …`}
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
          words={[
            t`${countWords(state.done)} of ${countWords(state.total)}`,
            ...(state.perSecond === null ? [] : [speedWords(state.perSecond)]),
            ...(state.secondsLeft === null ? [] : [t`${secondsWords(state.secondsLeft)} left`]),
          ].join(' · ')}
          onCancel={onCancel}
        />
      );
    case 'ready':
      return (
        <>
          <output className="base-headline">
            <Trans>
              {countWords(state.pictures)} pictures, {countWords(dimension ?? 0)} features each
            </Trans>
          </output>
          <p className="lab-soft lab-numbers">{readyWords(state)}</p>
        </>
      );
    case 'cancelled':
      return (
        <>
          <output className="base-headline">
            <Trans>
              Cancelled after {countWords(state.done)} of {countWords(state.total)} pictures
            </Trans>
          </output>
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
