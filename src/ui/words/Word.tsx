import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import type { TermId } from '../../core/glossary';
import './words.css';

const WordCard = lazy(() => import('./WordCard'));

export interface WordProps {
  readonly of: TermId;
  /** The term as the sentence has it, e.g. "epochs". */
  readonly children: ReactNode;
}

/**
 * A term of the field with its definition on hover, focus and tap. Stands in running text, headings and beside labels,
 * never inside another control (a label, button, link or summary).
 */
export function Word({ of, children }: WordProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        className="lab-word"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onPointerEnter={(event) => event.pointerType === 'mouse' && setOpen(true)}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && document.activeElement !== anchor && setOpen(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        {children}
      </button>
      {isOpen && anchor && (
        <Suspense fallback={null}>
          <WordCard id={id} of={of} anchor={anchor} />
        </Suspense>
      )}
    </>
  );
}
