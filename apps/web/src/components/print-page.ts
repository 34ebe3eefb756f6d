import { useEffect } from 'react'

type Preparation = () => Promise<void>

const preparations = new Set<Preparation>()

/** What a list has to do before it goes to paper: fetch what has not been scrolled to yet. */
export function usePrintPreparation(prepare: Preparation): void {
  useEffect(() => {
    preparations.add(prepare)
    return () => void preparations.delete(prepare)
  }, [prepare])
}

export async function printPage(): Promise<void> {
  await Promise.all([...preparations].map((prepare) => prepare()))
  window.print()
}
