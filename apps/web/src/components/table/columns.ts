import type { ReactNode } from 'react'
import type { Term } from '../definition.tsx'

/** A column of a list: what it is called and means, how its cell looks, what it is sorted by. */
export interface TableColumn<T> {
  id: string
  label: string
  term?: Term
  numeric?: boolean
  /** heading over neighbouring columns */
  group?: string
  /** stays whatever the person hides */
  fixed?: boolean
  /** share of the width for what is drawn, e.g. "28%" */
  width?: string
  cell: (row: T) => ReactNode
  /** absent: cannot be sorted; undefined for a row: always last */
  value?: (row: T) => string | number | undefined
}

export interface Sort {
  id: string
  desc: boolean
}
