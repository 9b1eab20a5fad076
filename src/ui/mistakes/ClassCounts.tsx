import { t } from '@lingui/core/macro';
import type { PictureClass } from '../../core/collection';
import { grouped } from '../../core/figures';
import { ClassMark } from '../pictures/ClassMark';

export interface ClassCountsProps {
  readonly classes: readonly { readonly cls: PictureClass; readonly pictures: number }[];
}

/** How many pictures of each class. */
export function ClassCounts({ classes }: ClassCountsProps) {
  return (
    <ul className="test-classes" aria-label={t`Pictures of each class`}>
      {classes.map(({ cls, pictures }) => (
        <li key={cls.id}>
          <ClassMark style={cls.style} size={14} />
          {cls.name}: <b className="lab-numbers">{grouped(pictures)}</b>
        </li>
      ))}
    </ul>
  );
}
