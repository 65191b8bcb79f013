/** The live view over a CRM's page. Injected by the background when a person opens it, never before. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openLiveView } from '@/components/live/open.ts';
import { askTop, openShadow } from '@/entrypoints/crm/reach.ts';

export default defineUnlistedScript(() => openLiveView({ openShadow, askTop }));
