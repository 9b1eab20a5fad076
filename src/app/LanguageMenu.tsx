import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { i18n } from '../core/language';
import { useLab } from './context';
import { languages } from './language';
import { chooseLanguage } from './languageChange';

/** Every language by its own name. Its own is in all of them, so that it is found by who cannot read the page. */
export function LanguageMenu() {
  const lab = useLab();
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={label} title={label}>
          <IconLanguage size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map(({ id, name }) => {
          const isCurrent = id === i18n.locale;
          return (
            <Menu.Item
              key={id}
              lang={id}
              aria-current={isCurrent ? 'true' : undefined}
              rightSection={isCurrent ? <IconCheck size={18} aria-hidden /> : undefined}
              onClick={() => isCurrent || void chooseLanguage(lab, id)}
            >
              {name}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

const label = 'Language / Idioma';
