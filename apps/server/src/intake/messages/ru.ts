import type { Sentences } from './sentences.ts'

export const ru: Sentences = {
  errors: {
    fileNotFound: ({ file }) => `${file}: такого файла нет. Проверьте имя и папку.`,
    emptyFile: ({ file }) => `${file} пуст. Выгрузите визиты ещё раз и выберите тот файл.`,
    notAVisitFile: ({ file }) => `${file} не является таблицей визитов. Выберите выгрузку записей в CSV или XLSX.`,
    noHeader: ({ file, row, value }) =>
      `${file}, строка ${row}: нет заголовка, первая строка уже содержит данные (${value}). Добавьте первую строку с названиями столбцов, например: id клиента, дата, мастер, услуга, цена.`,
    noRows: ({ file }) =>
      `${file} содержит заголовок, но ни одной строки под ним. Выгрузите период, в котором были визиты.`,
    missingColumns: ({ file, fields }) =>
      `${file}: не найден столбец для: ${fields}. Выберите его вручную или назовите так в заголовке; клиента можно узнать по id, телефону или почте.`,
    ambiguousColumns: ({ file, field, columns }) =>
      `${file}: несколько столбцов могут быть полем «${field}»: ${columns}. Выберите один вручную или переименуйте остальные.`,
    badMapping: ({ file, field, value, columns }) =>
      `В ${file} нет столбца «${value}» для поля «${field}». Его столбцы: ${columns}.`,
    badSetting: ({ field, value }) =>
      `${field}: «${value}» неизвестно. Укажите стандартный код, например UAH, UA или Europe/Kyiv.`,
    nothingUsable: ({ file, row, because }) =>
      `Ни одна строка ${file} не пригодна. ${because} Это самая частая причина, впервые в строке ${row}.`,
    tooManyColumns: ({ file, limit }) =>
      `В ${file} больше ${limit} столбцов. Удалите пустые столбцы за таблицей или сохраните саму таблицу в CSV.`,
    unclosedQuote: ({ file, row }) =>
      `${file}, строка ${row}: здесь открыта кавычка, которая нигде не закрыта. Закройте её или выгрузите файл ещё раз.`,
    tooManyRows: ({ file, limit }) => `В ${file} больше ${limit} строк. Выгрузите частями, например по годам.`,
    fileTooLarge: ({ file, limit }) => `${file} больше ${limit} МБ. Выгрузите его в CSV или частями.`,
    unreadableWorkbook: ({ file }) =>
      `${file} повреждён или передан не полностью. Скачайте его ещё раз или сохраните заново как XLSX или CSV.`,
    encryptedWorkbook: ({ file }) => `${file} защищён паролем. Сохраните его без пароля и выберите снова.`,
    oldWorkbook: ({ file }) =>
      `${file} — книга старого формата (.xls). Сохраните её как XLSX или CSV и выберите тот файл.`,
    workbookTooLarge: ({ file, limit }) =>
      `${file} распаковывается в больше, чем программа читает из книги (${limit} МБ). Сохраните лист как CSV и выберите тот файл.`,
    sheetNotFound: ({ file, value, sheets }) => `В ${file} нет листа «${value}». Его листы: ${sheets}.`,
    otherFormat: ({ file, value }) =>
      `${file} — это файл ${value}, такие здесь не читаются. Сохраните или выгрузите визиты в .xlsx или CSV и выберите тот файл.`,
    severalFiles: ({ file, value }) =>
      `${file} — это архив из нескольких файлов: ${value}. Распакуйте его и выберите файл с визитами.`,
    nestedArchive: ({ file }) =>
      `${file} — это архив, в котором лежит ещё один архив. Распакуйте его и выберите файл с визитами.`,
    tooMuchToRead: ({ file }) =>
      `${file} требует больше памяти или времени, чем можно на один файл. Сохраните таблицу в CSV или выгрузите частями, например по годам.`,
  },
  rejects: {
    missingDate: () => ({ reason: 'Нет даты визита.', remedy: 'Впишите дату или удалите строку, если это итог.' }),
    impossibleDate: ({ value }) => ({
      reason: `«${value}» — не дата, которая существует.`,
      remedy: 'Запишите её как 31.12.2025 14:30 или 2025-12-31 14:30.',
    }),
    badTime: ({ value }) => ({ reason: `«${value}» — не время суток.`, remedy: 'Запишите его как 14:30.' }),
    badAmount: ({ value }) => ({
      reason: `«${value}» — не сумма.`,
      remedy: 'Запишите её как 1250,50 или оставьте пустой.',
    }),
    absurdAmount: ({ value }) => ({
      reason: `Сумма «${value}» больше, чем стоит любой визит.`,
      remedy: 'Проверьте, не стоит ли в этом столбце телефон или номер карты.',
    }),
    badStatus: ({ value, statuses }) => ({
      reason: `«${value}» — неизвестный статус.`,
      remedy: `Укажите один из: ${statuses}, или оставьте пустым.`,
    }),
    badKind: ({ value }) => ({ reason: `«${value}» — ни услуга, ни товар.`, remedy: 'Укажите «услуга» или «товар».' }),
    badPhoneOnlyIdentity: ({ value }) => ({
      reason: `«${value}» не читается как телефон, а больше ничто не указывает на клиента.`,
      remedy: 'Запишите телефон с кодом страны, например +380501234567.',
    }),
    appointmentDisagrees: ({ value, otherRow }) => ({
      reason: `Строки записи ${value} расходятся в клиенте, дне или статусе; см. строку ${otherRow}.`,
      remedy: 'Дайте им разные id записи или согласуйте строки.',
    }),
    rowTooLong: () => ({
      reason: 'Ячейка длиннее 32 767 знаков.',
      remedy: 'Поищите незакрытую кавычку или сократите текст.',
    }),
    wrongColumnCount: () => ({
      reason: 'В строке больше или меньше ячеек, чем в заголовке.',
      remedy: 'Возьмите в кавычки тексты, в которых есть разделитель или перенос строки.',
    }),
    badQuotes: () => ({
      reason: 'Кавычки в строке не сходятся.',
      remedy: 'Кавычки внутри текста в кавычках пишите дважды.',
    }),
  },
  fields: {
    appointment_id: 'id записи',
    client_id: 'клиент (id, телефон или почта)',
    client_name: 'имя клиента',
    phone: 'телефон',
    email: 'почта',
    starts_at: 'дата визита',
    booked_at: 'когда записан',
    cancelled_at: 'когда отменено',
    status: 'статус',
    staff: 'мастер',
    service: 'услуга',
    category: 'категория',
    location: 'филиал',
    price: 'цена',
    discount: 'скидка',
    source: 'источник',
    requested: 'к этому мастеру по запросу',
    kind: 'услуга или товар',
    booked_by: 'кто записал',
    time: 'время',
    first_name: 'имя',
    last_name: 'фамилия',
    receipt: 'номер чека',
    marketing_consent: 'согласие на рассылку',
    birthday: 'дата рождения',
    language: 'язык клиента',
  },
  statuses: { completed: 'завершено', scheduled: 'запланировано', cancelled: 'отменено', no_show: 'неявка' },
  rejectColumns: { row: 'Строка', reason: 'Что не так', remedy: 'Что сделать' },
}
