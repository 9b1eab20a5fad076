import { t } from '@lingui/core/macro';
import type { PreparedPicture } from '../../images/prepare';
import type { Lab } from '../lab';

/** The next frame; null: there is none at this moment. @throws Error with a sentence. */
export type Grab = () => Promise<PreparedPicture | null>;

/** How long a camera may show nothing before that is a fault, in ms. */
const patience = 8000;

/** Frames of a video as it is shown, mirrored or not, prepared as every picture is. */
export function framesOf(lab: Pick<Lab, 'prepareFrame'>, video: () => HTMLVideoElement | null): Grab {
  let emptySince: number | null = null;
  return async () => {
    const element = video();
    const frame = element && (await bitmapOf(element));
    if (frame) {
      emptySince = null;
      const prepared = await lab.prepareFrame(frame, 'mirrored' in element.dataset);
      if (!prepared.ok) throw new Error(prepared.reason);
      return prepared.picture;
    }
    emptySince ??= performance.now();
    if (performance.now() - emptySince > patience)
      throw new Error(
        t`The camera shows no picture. See whether it is covered or used elsewhere, then start it again.`,
      );
    return null;
  };
}

/** Null where the video has no frame to give: while it starts, browsers refuse some for a moment. */
async function bitmapOf(video: HTMLVideoElement): Promise<ImageBitmap | null> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return null;
  return createImageBitmap(video).catch(() => null);
}
