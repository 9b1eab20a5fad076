import { autoUpdate, flip, FloatingPortal, offset, shift, useFloating } from '@floating-ui/react';
import { useState } from 'react';
import { termOf, type TermId } from '../../core/glossary';

export interface WordCardProps {
  readonly id: string;
  readonly of: TermId;
  readonly anchor: HTMLElement;
}

/** The definition beside its term. */
export default function WordCard({ id, of, anchor }: WordCardProps) {
  const [card, setCard] = useState<HTMLElement | null>(null);
  const { floatingStyles } = useFloating({
    elements: { reference: anchor, floating: card },
    placement: 'bottom-start',
    middleware: [offset(6), flip(), shift({ padding: 8 })],
    whileElementsMounted: autoUpdate,
  });
  const { name, definition } = termOf(of);
  return (
    <FloatingPortal>
      <div ref={setCard} id={id} role="tooltip" className="lab-word-card" style={floatingStyles}>
        <strong>{name}</strong>
        <p>{definition}</p>
      </div>
    </FloatingPortal>
  );
}
