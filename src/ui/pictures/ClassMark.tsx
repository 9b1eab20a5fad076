import { classPaths, classStyle } from './classStyle';

export interface ClassMarkProps {
  /** The class's `style`. */
  readonly style: number;
  /** Width and height in px. */
  readonly size?: number;
}

/** The sign of a class; the name always stands beside it, so it is hidden from screen readers. */
export function ClassMark({ style, size = 18 }: ClassMarkProps) {
  const { color, shape } = classStyle(style);
  return (
    <svg className="class-mark" width={size} height={size} viewBox="0 0 20 20" aria-hidden>
      <path d={classPaths[shape]} fill={color} />
    </svg>
  );
}
