import type { Sentences } from './sentences.ts'

export const uk: Sentences = {
  errors: {
    fileNotFound: ({ file }) => `${file}: такого файлу немає. Перевірте назву й теку.`,
    emptyFile: ({ file }) => `${file} порожній. Вивантажте візити ще раз і виберіть той файл.`,
    notAVisitFile: ({ file }) => `${file} не є таблицею візитів. Виберіть вивантаження записів у CSV або XLSX.`,
    noHeader: ({ file, row, value }) =>
      `${file}, рядок ${row}: немає заголовка, перший рядок уже містить дані (${value}). Додайте перший рядок із назвами стовпців, наприклад: id клієнта, дата, майстер, послуга, ціна.`,
    noRows: ({ file }) => `${file} має заголовок, але жодного рядка під ним. Вивантажте період, у якому були візити.`,
    missingColumns: ({ file, fields }) =>
      `${file}: не знайдено стовпець для: ${fields}. Виберіть його вручну або назвіть так у заголовку; клієнта можна впізнати за id, телефоном або поштою.`,
    ambiguousColumns: ({ file, field, columns }) =>
      `${file}: кілька стовпців можуть бути полем «${field}»: ${columns}. Виберіть один вручну або перейменуйте інші.`,
    badMapping: ({ file, field, value, columns }) =>
      `${file} не має стовпця «${value}» для поля «${field}». Його стовпці: ${columns}.`,
    badSetting: ({ field, value }) =>
      `${field}: «${value}» невідоме. Вкажіть стандартний код, наприклад UAH, UA або Europe/Kyiv.`,
    nothingUsable: ({ file, row, because }) =>
      `Жоден рядок ${file} не придатний. ${because} Це найчастіша причина, уперше в рядку ${row}.`,
    tooManyColumns: ({ file, limit }) =>
      `${file} має понад ${limit} стовпців. Видаліть порожні стовпці за таблицею або збережіть саму таблицю в CSV.`,
    unclosedQuote: ({ file, row }) =>
      `${file}, рядок ${row}: тут відкрито лапки, яких ніде не закрито. Закрийте їх або вивантажте файл ще раз.`,
    tooManyRows: ({ file, limit }) => `${file} має понад ${limit} рядків. Вивантажте частинами, наприклад за роками.`,
    fileTooLarge: ({ file, limit }) => `${file} більший за ${limit} МБ. Вивантажте його в CSV або частинами.`,
    unreadableWorkbook: ({ file }) =>
      `${file} пошкоджений або передався не повністю. Завантажте його ще раз або збережіть наново як XLSX чи CSV.`,
    encryptedWorkbook: ({ file }) => `${file} захищено паролем. Збережіть його без пароля й виберіть знову.`,
    oldWorkbook: ({ file }) =>
      `${file} — книга старого формату (.xls). Збережіть її як XLSX або CSV і виберіть той файл.`,
    workbookTooLarge: ({ file, limit }) =>
      `${file} розпаковується в більше, ніж програма читає з книги (${limit} МБ). Збережіть аркуш як CSV і виберіть той файл.`,
    sheetNotFound: ({ file, value, sheets }) => `${file} не має аркуша «${value}». Його аркуші: ${sheets}.`,
    otherFormat: ({ file, value }) =>
      `${file} — це файл ${value}, такі тут не читаються. Збережіть або вивантажте візити в .xlsx чи CSV і виберіть той файл.`,
    severalFiles: ({ file, value }) =>
      `${file} — це архів із кількома файлами: ${value}. Розпакуйте його й виберіть файл із візитами.`,
    nestedArchive: ({ file }) =>
      `${file} — це архів, у якому лежить ще один архів. Розпакуйте його й виберіть файл із візитами.`,
    tooMuchToRead: ({ file }) =>
      `${file} потребує більше пам'яті або часу, ніж можна на один файл. Збережіть таблицю в CSV або вивантажте частинами, наприклад за роками.`,
  },
  rejects: {
    missingDate: () => ({ reason: 'Немає дати візиту.', remedy: 'Впишіть дату або видаліть рядок, якщо це підсумок.' }),
    impossibleDate: ({ value }) => ({
      reason: `«${value}» — не дата, яка існує.`,
      remedy: 'Запишіть її як 31.12.2025 14:30 або 2025-12-31 14:30.',
    }),
    badTime: ({ value }) => ({ reason: `«${value}» — не час доби.`, remedy: 'Запишіть його як 14:30.' }),
    badAmount: ({ value }) => ({
      reason: `«${value}» — не сума.`,
      remedy: 'Запишіть її як 1250,50 або залиште порожньою.',
    }),
    absurdAmount: ({ value }) => ({
      reason: `Сума «${value}» більша, ніж коштує будь-який візит.`,
      remedy: 'Перевірте, чи не стоїть у цьому стовпці телефон або номер картки.',
    }),
    badStatus: ({ value, statuses }) => ({
      reason: `«${value}» — невідомий статус.`,
      remedy: `Вкажіть один із: ${statuses}, або залиште порожнім.`,
    }),
    badKind: ({ value }) => ({
      reason: `«${value}» — ні послуга, ні товар.`,
      remedy: 'Вкажіть «послуга» або «товар».',
    }),
    badPhoneOnlyIdentity: ({ value }) => ({
      reason: `«${value}» не читається як телефон, а більше ніщо не вказує на клієнта.`,
      remedy: 'Запишіть телефон із кодом країни, наприклад +380501234567.',
    }),
    appointmentDisagrees: ({ value, otherRow }) => ({
      reason: `Рядки запису ${value} розходяться в клієнті, дні або статусі; див. рядок ${otherRow}.`,
      remedy: 'Дайте їм різні id запису або узгодьте рядки.',
    }),
    rowTooLong: () => ({
      reason: 'Клітинка довша за 32 767 знаків.',
      remedy: 'Пошукайте незакриті лапки або скоротіть текст.',
    }),
    wrongColumnCount: () => ({
      reason: 'У рядку більше або менше клітинок, ніж у заголовку.',
      remedy: 'Візьміть у лапки тексти, у яких є роздільник або перенесення рядка.',
    }),
    badQuotes: () => ({
      reason: 'Лапки в рядку не збігаються.',
      remedy: 'Лапки всередині тексту в лапках пишіть двічі.',
    }),
  },
  fields: {
    appointment_id: 'id запису',
    client_id: 'клієнт (id, телефон або пошта)',
    client_name: 'ім’я клієнта',
    phone: 'телефон',
    email: 'пошта',
    starts_at: 'дата візиту',
    booked_at: 'коли записано',
    cancelled_at: 'коли скасовано',
    status: 'статус',
    staff: 'майстер',
    service: 'послуга',
    category: 'категорія',
    location: 'філія',
    price: 'ціна',
    discount: 'знижка',
    source: 'джерело',
    requested: 'до цього майстра за запитом',
    kind: 'послуга чи товар',
    booked_by: 'хто записав',
    time: 'час',
    first_name: 'ім’я',
    last_name: 'прізвище',
    receipt: 'номер чека',
    marketing_consent: 'згода на розсилку',
    birthday: 'дата народження',
    language: 'мова клієнта',
  },
  statuses: { completed: 'завершено', scheduled: 'заплановано', cancelled: 'скасовано', no_show: 'неявка' },
  rejectColumns: { row: 'Рядок', reason: 'Що не так', remedy: 'Що зробити' },
}
