import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconDots, IconTrash } from '@tabler/icons-react';

export interface ClassMenuProps {
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDelete: () => void;
}

export function ClassMenu({ name, first, last, onMove, onDelete }: ClassMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <ActionIcon aria-label={t`More for ${name}`}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowLeft size={18} />} disabled={first} onClick={() => onMove(-1)}>
          <Trans>Move before</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowRight size={18} />} disabled={last} onClick={() => onMove(1)}>
          <Trans>Move after</Trans>
        </Menu.Item>
        <Menu.Item className="class-delete" leftSection={<IconTrash size={18} />} onClick={onDelete}>
          <Trans>Delete class and its pictures</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
