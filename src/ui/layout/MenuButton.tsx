import { ActionIcon, Button } from '@mantine/core';
import { lazy, Suspense, useState, type ReactNode, type Ref } from 'react';
import { ErrorBoundary } from 'react-error-boundary';

const MenuPanel = lazy(() => import('./MenuPanel'));

interface MenuEntry {
  readonly id: string;
  readonly name: string;
  /** Where it leads, for a tab of its own; without it, it only does something. */
  readonly href?: string;
  /** BCP 47, where it is not the page's. */
  readonly lang?: string;
  readonly isCurrent?: boolean;
}

export interface MenuGroup {
  /** null: there is nothing to say above it. */
  readonly title: string | null;
  readonly entries: readonly MenuEntry[];
}

export interface MenuButtonProps {
  readonly icon: ReactNode;
  /** What the button says, or is called where it is only an icon. */
  readonly label: string;
  readonly isIcon?: boolean;
  readonly groups: readonly MenuGroup[];
  readonly onChoose: (id: string) => void;
  /** The menu's code did not come. */
  readonly onError: (error: unknown) => void;
}

/** A button with a menu. What places menus is a sixth of the page's code: it is fetched when one is first opened. */
export function MenuButton({ icon, label, isIcon = false, groups, onChoose, onError }: MenuButtonProps) {
  const [isWanted, setWanted] = useState(false);
  const isClosed = { 'aria-haspopup': 'menu', 'aria-expanded': false, onClick: () => setWanted(true) } as const;
  const face = (props: Partial<typeof isClosed> & { readonly ref?: Ref<HTMLButtonElement> }) =>
    isIcon ? (
      <ActionIcon variant="default" aria-label={label} title={label} {...props}>
        {icon}
      </ActionIcon>
    ) : (
      <Button variant="default" leftSection={icon} {...props}>
        {label}
      </Button>
    );
  const plain = face(isClosed);
  if (!isWanted) return plain;
  return (
    <ErrorBoundary
      fallback={plain}
      onError={(error) => {
        setWanted(false);
        onError(error);
      }}
    >
      <Suspense fallback={plain}>
        <MenuPanel face={(ref) => face({ ref })} groups={groups} onChoose={onChoose} />
      </Suspense>
    </ErrorBoundary>
  );
}
