import { autoUpdate, flip, FloatingPortal, offset, shift, useFloating } from '@floating-ui/react';
import { useEffect, useState } from 'react';
import { termOf, type TermId } from '../../core/glossary';

export interface WordCardProps {
  readonly id: string;
  readonly of: TermId;
  readonly anchor: HTMLElement;
  readonly onEnter: (event: React.PointerEvent) => void;
  readonly onLeave: (event: React.PointerEvent) => void;
  /** On Escape, wherever the focus is, and on a press outside of the term and its card. */
  readonly onClose: () => void;
}

/** The definition beside its term. */
export default function WordCard({ id, of, anchor, onEnter, onLeave, onClose }: WordCardProps) {
  const [card, setCard] = useState<HTMLElement | null>(null);
  const { floatingStyles } = useFloating({
    elements: { reference: anchor, floating: card },
    placement: 'bottom-start',
    middleware: [offset(4), flip(), shift({ padding: 8 })],
    whileElementsMounted: autoUpdate,
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // With the focus on the term, Escape is meant for the card alone.
      if (event.target === anchor) event.stopPropagation();
      onClose();
    };
    const onPress = (event: PointerEvent) => {
      const isOwn = event.target instanceof Node && (anchor.contains(event.target) || card?.contains(event.target));
      if (!isOwn) onClose();
    };
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('pointerdown', onPress, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerdown', onPress, true);
    };
  }, [anchor, card, onClose]);
  const { name, definition } = termOf(of);
  return (
    <FloatingPortal>
      <div
        ref={setCard}
        id={id}
        role="tooltip"
        className="lab-word-card"
        style={floatingStyles}
        onPointerEnter={onEnter}
        onPointerLeave={onLeave}
      >
        <strong>{name}</strong>
        <p>{definition}</p>
      </div>
    </FloatingPortal>
  );
}
