/** Answers our own pages on CRMs: profiles, where they are used, and which of them are on. */
import { onMessage } from '@/lib/messaging.ts';
import { changeConfig } from '@/lib/store/config.ts';
import { beginWanted } from './begin-wanted.ts';
import { listCrms, siteAt } from './crms.ts';
import { mustBeOwnPage } from './edge.ts';
import { changedCrms, keepMine, keepProfile, removeProfile } from './keep.ts';
import { checkSite, checkSiteOfProfile } from './shapes.ts';
import { dropSite, stopSite } from './sites.ts';

/** Starts answering them. */
export function answerAboutCrms(): void {
  onMessage('saveProfile', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    return keepProfile(data);
  });

  onMessage('addCopy', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    return keepProfile(data, true);
  });

  onMessage('switchCrm', async ({ data: { profile, on }, sender }) => {
    mustBeOwnPage(sender);
    await changeConfig(({ off }) => ({
      off: [...off.filter((id) => id !== profile), ...(on ? [] : [profile])],
    }));
    return changedCrms();
  });

  onMessage('removeProfile', ({ data: id, sender }) => {
    mustBeOwnPage(sender);
    return removeProfile(id);
  });

  onMessage('keepMine', ({ data: id, sender }) => {
    mustBeOwnPage(sender);
    return keepMine(id);
  });

  onMessage('crms', ({ sender }) => {
    mustBeOwnPage(sender);
    return listCrms();
  });

  onMessage('siteAt', ({ data: url, sender }) => {
    mustBeOwnPage(sender);
    return siteAt(url);
  });

  onMessage('beginWanted', async ({ sender }) => {
    mustBeOwnPage(sender);
    await beginWanted();
    await changedCrms();
  });

  onMessage('dropSite', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    const { site, profile } = checkSiteOfProfile(data);
    await dropSite(site, profile);
    return changedCrms();
  });

  onMessage('stopSite', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    await stopSite(checkSite(data));
    return changedCrms();
  });
}
