import { Trans } from '@lingui/react/macro';
import { Button, Loader } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import '../compare/compare.css';
import './measures.css';

export interface MeasureCardProps {
  readonly title: ReactNode;
  readonly lead: ReactNode;
  /** Something is being worked out. */
  readonly busy: boolean;
  /** The button, while there is nothing to show; null: nothing has to be asked for. */
  readonly ask: { readonly words: string; readonly onAsk: () => void } | null;
  /** What there is to show; null before. */
  readonly children: ReactNode;
}

/** The frame of one measurement: what it is, the button that starts it, and what came of it. */
export function MeasureCard({ title, lead, busy, ask, children }: MeasureCardProps) {
  const id = useId();
  return (
    <section className="lab-card compare measure" aria-labelledby={id} aria-busy={busy}>
      <div className="measure-head">
        <h3 className="lab-h3" id={id}>
          {title}
        </h3>
        <div className="lab-soft measure-lead">{lead}</div>
      </div>
      {children}
      <output className="measure-status">
        {busy && (
          <span className="lab-row">
            <Loader size={18} aria-hidden />
            <Trans>Working it out …</Trans>
          </span>
        )}
      </output>
      {ask && !busy && (
        <div>
          <Button onClick={ask.onAsk}>{ask.words}</Button>
        </div>
      )}
    </section>
  );
}

/** What a measurement says, first and in one sentence; then what belongs to it. */
export function Verdict({ main, more }: { readonly main: string; readonly more: readonly string[] }) {
  return (
    <div className="measure-words">
      <p className="measure-verdict">{main}</p>
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
