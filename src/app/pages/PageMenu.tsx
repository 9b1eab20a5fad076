import { t } from '@lingui/core/macro';
import { Button, Menu } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { pageHref, type PageId } from '../../core/page';
import { isFree } from '../../core/prepared';
import type { PartId } from '../../core/preparedParts';
import { useLab, useLabState } from '../context';

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
  const prepared = useLabState((s) => s.prepared);
  const shown = groups.filter(({ part }) => isFree(prepared, part));
  const [first] = shown;
  if (!first) return null;
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconSchool size={20} aria-hidden />}>
          {shown.length === groups.length ? t`Learn and teach` : first.title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map(({ title, entries }) => [
          <Menu.Label key={title}>{title}</Menu.Label>,
          ...entries.map(({ page, title: name }) => (
            <Menu.Item
              key={page}
              component="a"
              href={pageHref(page)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                lab.show(page);
              }}
            >
              {name}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
