import { lazy, Suspense, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { TermId } from '../../core/glossary';
import './words.css';

const getCard = () => import('./WordCard');
const WordCard = lazy(getCard);

/** How long a pointer rests on a term before its card comes, and may be off both before it goes, in ms. */
const rest = 150;

export interface WordProps {
  readonly of: TermId;
  /** The term as the sentence has it, e.g. "epochs". */
  readonly children: ReactNode;
}

/**
 * A term of the field with its definition on hover, focus and tap. The card stays while the pointer is on the term or on
 * the card, or the term has the focus; Escape and a press elsewhere close it. Stands in running text, headings and beside
 * labels, never inside another control (a label, button, link or summary).
 */
export function Word({ of, children }: WordProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settle = (open: boolean, delay = 0) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(open), delay);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const onEnter = (event: React.PointerEvent) => {
    if (event.pointerType === 'touch') return;
    // Meanwhile its code may come.
    void getCard().catch(() => undefined);
    settle(true, rest);
  };
  const onLeave = (event: React.PointerEvent) => {
    if (event.pointerType !== 'touch' && document.activeElement !== anchor) settle(false, rest);
  };
  return (
    <>
      {/* A <button> is a box: the line would break between it and its full stop, but never within a long term. */}
      <span
        ref={setAnchor}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
        role="button"
        tabIndex={0}
        className="lab-word"
        aria-describedby={isOpen ? id : undefined}
        // Escape then closes the card, and not the dialog that the term may stand in.
        data-mantine-stop-propagation={isOpen || undefined}
        onPointerEnter={onEnter}
        onPointerLeave={onLeave}
        onFocus={() => settle(true)}
        onBlur={() => settle(false)}
        // Not every browser gives the focus to a button that is pressed.
        onClick={() => settle(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          // A press of space scrolls the page.
          event.preventDefault();
          settle(true);
        }}
      >
        {children}
      </span>
      {isOpen && anchor && (
        <Suspense fallback={null}>
          <WordCard
            id={id}
            of={of}
            anchor={anchor}
            onEnter={onEnter}
            onLeave={onLeave}
            onClose={() => {
              clearTimeout(timer.current);
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

// Whoever goes by keyboard has pressed a key before the first term has the focus: the card is then there at once.
if (typeof document !== 'undefined')
  document.addEventListener('keydown', () => void getCard().catch(() => undefined), { once: true });
