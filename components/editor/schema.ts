/** The JSON Schema of profiles, in the bundle: a page that the editor is drawn in could not fetch it. */
import published from '@/public/profile.schema.json';

const schema: object = published;

export default schema;
