import { defineConfig } from 'wxt';

/**
 * How the extension is built. No host is asked for at install: a person grants each CRM's origin from the
 * popup or the options page. `optional_host_permissions` only says what may be asked for later.
 */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  browser: 'chrome',
  vite: () => ({
    plugins: [loadable()],
    // Its other form is made for browsers of before 2017, and as one piece that cannot be made smaller.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  }),
  manifest: {
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // Temporal (office days in a time zone) is in Chrome since 144.
    minimum_chrome_version: '144',
    permissions: ['activeTab', 'alarms', 'scripting', 'storage', 'unlimitedStorage'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // What an administrator may set for a whole fleet; docs/policy.md.
    storage: { managed_schema: 'managed-schema.json' },
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+M' } },
      'focus-overlay': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandFocusOverlay__',
      },
    },
    // Nobody outside may connect: no other extension, no page.
    externally_connectable: { ids: [], matches: [] },
  },
});

/** Chrome refuses a script with U+FFFF in it as "not UTF-8"; the editor's library has it in its texts. */
function loadable() {
  return {
    name: 'callmark:loadable',
    generateBundle(_: unknown, bundle: Record<string, { type: string; code?: string }>) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.code) chunk.code = chunk.code.replaceAll('\uffff', '\\uffff');
      }
    },
  };
}
