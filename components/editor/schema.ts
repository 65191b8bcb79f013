/** The JSON Schema of profiles, in the bundle: a page that the editor is drawn in could not fetch it. */
export { default } from '@/public/profile.schema.json';
