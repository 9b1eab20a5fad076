import { ClassMark } from '../pictures/ClassMark';
import { nearestWords, sideWords, type MapPicture } from './featureMapWords';

/** A picture of the map as it is shown large. */
export interface ShownPicture extends MapPicture {
  readonly url: string;
  /** Its class's `style`. */
  readonly style: number;
}

export interface MapTipProps {
  readonly picture: ShownPicture;
  /** Nearest to it in the full space of the view; undefined: there is none. */
  readonly nearest: ShownPicture | undefined;
  /** Of the point, in px. */
  readonly x: number;
  readonly y: number;
  /** Edge of the map, in px. */
  readonly size: number;
}

/** Between point and tip, in px. */
const gap = 22;

/** A picture of the map, large, beside its point. What it says, the map's live text says too. */
export function MapTip({ picture, nearest, x, y, size }: MapTipProps) {
  const style = {
    ...(x > size / 2 ? { right: size - x + gap } : { left: x + gap }),
    ...(y > size / 2 ? { bottom: Math.max(0, size - y - gap) } : { top: Math.max(0, y - gap) }),
  };
  return (
    <div className="feature-tip" style={style} aria-hidden>
      <img src={picture.url} alt="" width={112} height={112} />
      <span className="feature-tip-name">{picture.name}</span>
      <span className="feature-tip-class">
        <ClassMark style={picture.style} size={14} />
        {picture.className}
      </span>
      <span className="lab-soft">{sideWords(picture.side)}</span>
      <span className="feature-tip-nearest">
        {nearest && <img src={nearest.url} alt="" width={36} height={36} />}
        <span>{nearestWords(picture, nearest)}</span>
      </span>
    </div>
  );
}
