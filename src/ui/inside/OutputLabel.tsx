import { percent } from '../../core/figures';

export interface OutputLabelProps {
  readonly name: string;
  /** null: nothing is answered now. */
  readonly probability: number | null;
  readonly x: number;
  readonly y: number;
  /** Is there room for two lines? */
  readonly tall: boolean;
}

/** Characters that fit beside an output unit; the whole name stands in the drawing's words. */
const fits = { alone: 15, beside: 7 } as const;

/** A class's name and its probability, beside its output unit. */
export function OutputLabel({ name, probability, x, y, tall }: OutputLabelProps) {
  const answer = probability === null ? '' : percent(probability);
  const room = tall || answer === '' ? fits.alone : fits.beside;
  const shown = name.length > room ? `${name.slice(0, room - 1)}…` : name;
  if (answer === '' || !tall)
    return (
      <text className="net-label" x={x} y={y + 5}>
        {answer === '' ? shown : `${shown} ${answer}`}
      </text>
    );
  return (
    <text className="net-label" x={x} y={y - 3}>
      {shown}
      <tspan className="net-probability" x={x} dy="17">
        {answer}
      </tspan>
    </text>
  );
}
