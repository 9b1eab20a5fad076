import { type ClassShape, classStyle } from './classStyle';

export interface ClassMarkProps {
  /** The class's `style`. */
  readonly style: number;
  /** Width and height in px. */
  readonly size?: number;
}

const paths: Readonly<Record<ClassShape, string>> = {
  circle: 'M10 2a8 8 0 1 0 .01 0Z',
  square: 'M3 3h14v14H3Z',
  triangle: 'M10 2 18.5 17.5h-17Z',
  diamond: 'M10 1 19 10 10 19 1 10Z',
  pentagon: 'M10 1.5 18.6 7.8 15.3 18H4.7L1.4 7.8Z',
  cross: 'M7 2h6v5h5v6h-5v5H7v-5H2V7h5Z',
};

/** The sign of a class; the name always stands beside it, so it is hidden from screen readers. */
export function ClassMark({ style, size = 18 }: ClassMarkProps) {
  const { color, shape } = classStyle(style);
  return (
    <svg className="class-mark" width={size} height={size} viewBox="0 0 20 20" aria-hidden>
      <path d={paths[shape]} fill={color} />
    </svg>
  );
}
