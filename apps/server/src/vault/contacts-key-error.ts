/** Why contacts cannot be read or sealed with the key there is, in a sentence for the person who starts the server. */
export class ContactsKeyError extends Error {}
