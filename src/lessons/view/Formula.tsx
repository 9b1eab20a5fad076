import temml from 'temml';
import { useMemo } from 'react';

export interface FormulaProps {
  readonly tex: string;
  /** Read beside the formula. */
  readonly words: string;
}

/** A formula as MathML, which browsers draw and screen readers read, with its words. Loaded when a chapter has one. */
export default function Formula({ tex, words }: FormulaProps) {
  const markup = useMemo(() => temml.renderToString(tex, { displayMode: true, throwOnError: true }), [tex]);
  return (
    <figure className="lesson-formula">
      {/* Made from our own constants by the typesetter. */}
      <div className="lesson-formula-math" dangerouslySetInnerHTML={{ __html: markup }} />
      <figcaption>{words}</figcaption>
    </figure>
  );
}
