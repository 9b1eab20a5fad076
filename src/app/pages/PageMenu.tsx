import { t } from '@lingui/core/macro';
import { IconSchool } from '@tabler/icons-react';
import { pageHref, pageIds, type PageId } from '../../core/page';
import { isFree } from '../../core/prepared';
import type { PartId } from '../../core/preparedParts';
import { MenuButton } from '../../ui/layout/MenuButton';
import { useLab, useLabState } from '../context';
import { useMenuTrouble } from '../useMenuTrouble';

interface Entry {
  readonly page: PageId;
  readonly title: string;
}

const groups: readonly { readonly part: PartId; readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    part: 'lessons',
    title: t`Learn`,
    entries: [
      { page: 'lessons', title: t`Lessons` },
      { page: 'lesson-misconceptions', title: t`Six misconceptions` },
      { page: 'words', title: t`Words` },
    ],
  },
  {
    part: 'teaching',
    title: t`Teach`,
    entries: [
      { page: 'present', title: t`Present to a room` },
      { page: 'prepare', title: t`Prepare a link` },
      { page: 'plan-45', title: t`Lesson plan, 45 minutes` },
      { page: 'plan-90', title: t`Lesson plan, 90 minutes` },
      { page: 'worksheet', title: t`Worksheet` },
      { page: 'answers', title: t`Answer key` },
      { page: 'privacy', title: t`For parents and IT` },
    ],
  },
];

/** The way to everything beside the stations. */
export function PageMenu() {
  const lab = useLab();
  const onError = useMenuTrouble();
  const prepared = useLabState((s) => s.prepared);
  const shown = groups.filter(({ part }) => isFree(prepared, part));
  const [first] = shown;
  if (!first) return null;
  return (
    <MenuButton
      icon={<IconSchool size={20} aria-hidden />}
      label={shown.length === groups.length ? t`Learn and teach` : first.title}
      groups={shown.map(({ title, entries }) => ({
        title,
        entries: entries.map(({ page, title: name }) => ({ id: page, name, href: pageHref(page) })),
      }))}
      onChoose={(id) => {
        const page = pageIds.find((known) => known === id);
        if (page) lab.show(page);
      }}
      onError={onError}
    />
  );
}
