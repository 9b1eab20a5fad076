import type { PreparedPicture } from '../../images/prepare';
import type { Lab } from '../lab';

/**
 * What a video shows now, mirrored where it is shown so, and prepared as every picture is; null while it shows nothing.
 *
 * @throws Error with a sentence.
 */
export async function frameOf(
  lab: Pick<Lab, 'prepareFrame'>,
  video: HTMLVideoElement,
): Promise<PreparedPicture | null> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return null;
  const prepared = await lab.prepareFrame(await createImageBitmap(video), 'mirrored' in video.dataset);
  if (!prepared.ok) throw new Error(prepared.reason);
  return prepared.picture;
}
