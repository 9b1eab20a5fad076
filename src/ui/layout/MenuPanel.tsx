import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRef, type ReactNode, type Ref } from 'react';
import type { MenuGroup } from './MenuButton';

export interface MenuPanelProps {
  /** Draws the button. */
  readonly face: (ref: Ref<HTMLButtonElement>) => ReactNode;
  readonly groups: readonly MenuGroup[];
  readonly onChoose: (id: string) => void;
}

/** The menu of a button that has just been pressed for the first time. */
export default function MenuPanel({ face, groups, onChoose }: MenuPanelProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu
      position="bottom-end"
      keepMounted={false}
      defaultOpened
      // The button that was pressed has given way to this one: there is nothing yet that the focus would go back to.
      returnFocus={false}
      onClose={() => button.current?.focus()}
    >
      <Menu.Target>{face(button)}</Menu.Target>
      <Menu.Dropdown>
        {groups.map(({ title, entries }) => [
          title !== null && <Menu.Label key={title}>{title}</Menu.Label>,
          ...entries.map(({ id, name, href, lang, isCurrent = false }) => {
            const common = {
              lang,
              'aria-current': isCurrent ? ('true' as const) : undefined,
              rightSection: isCurrent ? <IconCheck size={18} aria-hidden /> : undefined,
            };
            if (href === undefined)
              return (
                <Menu.Item {...common} key={id} onClick={() => onChoose(id)}>
                  {name}
                </Menu.Item>
              );
            return (
              <Menu.Item
                {...common}
                key={id}
                component="a"
                href={href}
                onClick={(event) => {
                  // A tab of its own is the browser's business.
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  onChoose(id);
                }}
              >
                {name}
              </Menu.Item>
            );
          }),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
