import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { pageHref, type PageId } from '../../core/page';
import { useLab } from '../context';

interface Entry {
  readonly page: PageId;
  readonly title: string;
}

const groups: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: t`Learn`,
    entries: [
      { page: 'lessons', title: t`Lessons` },
      { page: 'lesson-misconceptions', title: t`Six misconceptions` },
      { page: 'words', title: t`Words` },
    ],
  },
  {
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
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconSchool size={20} aria-hidden />}>
          <Trans>Learn and teach</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map(({ title, entries }) => [
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
