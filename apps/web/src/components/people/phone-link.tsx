import classes from './people.module.css'

/** A phone number that calls. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a href={`tel:${phone}`} className={classes.phone}>
      {phone}
    </a>
  )
}
