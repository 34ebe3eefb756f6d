import { PageHeader } from '../../components/page-header.tsx'
export function ImportsPage() {
  return <PageHeader title="" />
}
