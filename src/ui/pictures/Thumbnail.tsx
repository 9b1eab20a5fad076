import { t } from '@lingui/core/macro';
import { IconArrowsExchange, IconLock, IconPinFilled } from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import type { Picture, PictureClass, Side } from '../../core/collection';
import { ClassMark } from './ClassMark';
import { sideLetter } from './SideKey';

export interface ThumbnailProps {
  readonly picture: Picture;
  readonly url: string;
  /** null: this seed leaves the picture out, because of the limit per class. */
  readonly side: Side | null;
  /** The class whose label training is given instead of the true one. */
  readonly wrongLabel: PictureClass | null;
  /** The same content stands in another class too. */
  readonly contradicted: boolean;
  /** It is in a test set that has not been opened: its content is covered. */
  readonly locked: boolean;
  readonly tabbable: boolean;
  readonly onOpen: (pictureId: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

/** One picture as the model sees it, with its side and marks. */
export const Thumbnail = memo(function Thumbnail(props: ThumbnailProps) {
  const { picture, url, side, wrongLabel, contradicted, locked, tabbable, onOpen, onKeyDown } = props;
  const words = thumbnailWords(props);
  return (
    <li>
      <button
        type="button"
        className="thumb"
        data-side={picture.test ? 'test' : (side ?? 'none')}
        data-wrong={wrongLabel !== null || undefined}
        data-contradicted={contradicted || undefined}
        tabIndex={tabbable ? 0 : -1}
        title={words}
        aria-label={words}
        aria-haspopup="dialog"
        onClick={() => onOpen(picture.id)}
        onKeyDown={onKeyDown}
      >
        {locked ? (
          <span className="thumb-cover">
            <IconLock size={22} aria-hidden />
          </span>
        ) : (
          <img src={url} alt="" width={224} height={224} loading="lazy" decoding="async" draggable={false} />
        )}
        {!locked && (
          <span className="thumb-side">
            {picture.test ? (
              <IconLock size={12} stroke={2.6} aria-hidden />
            ) : side === 'training' ? (
              sideLetter.training
            ) : side === 'validation' ? (
              sideLetter.validation
            ) : (
              '–'
            )}
            {picture.pin && !picture.test && <IconPinFilled size={11} aria-hidden />}
          </span>
        )}
        {wrongLabel && (
          <span className="thumb-wrong">
            <IconArrowsExchange size={13} stroke={2.4} aria-hidden />
            <ClassMark style={wrongLabel.style} size={12} />
          </span>
        )}
        {contradicted && <span className="thumb-contradicted">≠</span>}
      </button>
    </li>
  );
});

const sideWords = {
  training: t`training`,
  validation: t`validation`,
  none: t`not used: over the limit per class`,
  test: t`set aside for the test`,
} as const;

function thumbnailWords({ picture, side, wrongLabel, contradicted, locked }: ThumbnailProps): string {
  const parts = [picture.name, sideWords[picture.test ? 'test' : (side ?? 'none')]];
  if (locked) parts.push(t`locked`);
  if (picture.pin && !picture.test)
    parts.push(picture.pin.by === 'folder' ? t`kept there by its folder` : t`kept there by you`);
  const told = wrongLabel?.name ?? '';
  if (wrongLabel) parts.push(t`wrong label on purpose: ${told}`);
  if (contradicted) parts.push(t`contradiction: the same picture is in another class`);
  return parts.join(', ');
}
