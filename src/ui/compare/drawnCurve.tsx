import { Curve, type CurveProps } from 'recharts';

/** Without its ref: for its animations, which are off, a Line measures its length at every drawing. */
export const drawnCurve = (curve: CurveProps) => <Curve {...curve} pathRef={null} />;
