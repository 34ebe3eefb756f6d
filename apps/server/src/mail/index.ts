export { createMailer, type Mail, type Mailer } from './mailer.ts'
export { sendAside } from './send-aside.ts'
