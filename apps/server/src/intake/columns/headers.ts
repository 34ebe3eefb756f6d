import type { Field } from '../fields.ts'

/**
 * How columns are headed in Ukrainian, Russian and English files and in the exports of Altegio/YCLIENTS, DIKIDI,
 * EasyWeek, Booksy, Fresha, Square and Vagaro. Words are normalised (see normaliseWords). Any of `exact` names the
 * field as surely as another; of `known`, an earlier one is preferred to a later one.
 */
export interface HeaderWords {
  exact: readonly string[]
  known: readonly string[]
}

export const HEADERS: Record<Field, HeaderWords> = {
  appointment_id: {
    exact: ['appointment id', 'id запису', 'id записи'],
    known: [
      ...['booking id', 'visit id', 'record id', 'reservation id', 'appt id', 'номер запису', 'номер записи'],
      ...['код запису', 'код записи', 'id візиту', 'id визита', 'номер візиту', 'номер визита', 'booking reference'],
      ...['appointment reference', 'appointment ref', 'booking ref', 'appointment number', 'booking number', 'ref'],
      ...['ref number', 'order ref'],
    ],
  },
  client_id: {
    exact: ['client id', 'id клієнта', 'id клиента'],
    known: [
      ...['customer id', 'guest id', 'patient id', 'member id', 'код клієнта', 'код клиента', 'client code'],
      ...['customer code', 'номер клієнта', 'номер клиента', 'client number', 'client no', 'customer number'],
      ...['customer reference id', 'customer reference', 'client reference', 'номер картки', 'номер карты', 'code'],
    ],
  },
  client_name: {
    exact: ['client name', 'імя клієнта', 'имя клиента'],
    known: [
      ...['customer name', 'піб клієнта', 'фио клиента', 'client full name', 'full name', 'піб', 'фио', 'guest name'],
      ...[
        'прізвище та імя',
        'фамилия и имя',
        'фамилия имя',
        'прізвище імя',
        'patient name',
        'invitee name',
        'attendee name',
      ],
      ...['billing name', 'імя', 'имя', 'name', 'nom', 'nome', 'nombre', 'nimi', 'naam'],
    ],
  },
  phone: {
    exact: ['phone', 'телефон'],
    known: [
      ...['phone number', 'номер телефону', 'номер телефона', 'client phone', 'customer phone', 'телефон клієнта'],
      ...['телефон клиента', 'mobile phone', 'mobile number', 'мобільний телефон', 'мобильный телефон', 'mobile'],
      ...['client mobile', 'cell phone', 'cell', 'мобільний', 'мобильный', 'моб телефон', 'telephone', 'tel', 'тел'],
      ...[
        'primary phone',
        'contact number',
        'text reminder number',
        'контактний телефон',
        'контактный телефон',
        'customer phone number',
      ],
    ],
  },
  email: {
    exact: ['email', 'e mail', 'пошта', 'почта'],
    known: [
      ...['email address', 'e mail address', 'client email', 'customer email', 'електронна пошта', 'mail'],
      ...['электронная почта', 'email клієнта', 'email клиента', 'ел пошта', 'эл почта', 'емейл', 'имейл'],
    ],
  },
  starts_at: {
    exact: ['starts at'],
    known: [
      ...['appointment date', 'visit date', 'дата візиту', 'дата визита', 'appointment date time', 'appointment start'],
      ...['дата і час візиту', 'дата та час візиту', 'дата и время визита', 'start date and time', 'start date time'],
      ...['scheduled date', 'service date', 'дата сеансу', 'дата сеанса', 'date and time', 'дата і час', 'дата та час'],
      ...['дата и время', 'datetime', 'date time', 'date', 'дата', 'start date', 'дата початку', 'дата начала'],
      ...['start at', 'starts', 'дата запису', 'дата записи', 'checkout date', 'sale date', 'transaction date'],
      ...['дата продажу', 'дата продажи', 'дата оплати', 'дата оплаты', 'booking date', 'start', 'початок', 'начало'],
      ...['day'],
    ],
  },
  booked_at: {
    exact: ['booked at', 'створено', 'создано'],
    known: [
      ...['booked on', 'created at', 'created on', 'date created', 'created date', 'creation date', 'booked date'],
      ...['дата створення', 'дата создания', 'дата створення запису', 'дата создания записи', 'дата бронювання'],
      ...['дата бронирования', 'час створення', 'время создания', 'booking created', 'scheduled on', 'created'],
      ...['booking date'],
    ],
  },
  cancelled_at: {
    exact: ['cancelled at', 'canceled at', 'скасовано', 'отменено'],
    known: [
      ...['cancelled on', 'canceled on', 'cancellation date', 'cancel date', 'cancelled date', 'canceled date'],
      ...['дата скасування', 'дата отмены', 'час скасування', 'время отмены'],
    ],
  },
  status: {
    exact: ['status', 'статус'],
    known: [
      ...['appointment status', 'booking status', 'visit status', 'статус запису', 'статус записи', 'статус візиту'],
      ...['статус визита', 'attendance', 'стан', 'состояние', 'state'],
    ],
  },
  staff: {
    exact: ['staff', 'майстер', 'мастер'],
    known: [
      ...['staff member', 'staff name', 'team member', 'employee', 'employee name', 'співробітник', 'сотрудник'],
      ...['спеціаліст', 'специалист', 'stylist', 'provider', 'service provider', 'specialist', 'barber', 'therapist'],
      ...['technician', 'master', 'виконавець', 'исполнитель', 'працівник', 'doctor', 'лікар', 'врач', 'performed by'],
    ],
  },
  service: {
    exact: ['service', 'послуга', 'услуга'],
    known: [
      ...['service name', 'services', 'послуги', 'услуги', 'назва послуги', 'название услуги', 'treatment'],
      ...[
        'treatment name',
        'процедура',
        'appointment type',
        'event type name',
        'product title',
        'lineitem name',
        'item',
        'item name',
        'description',
        'desc',
      ],
      ...['найменування', 'наименование', 'назва', 'название'],
    ],
  },
  category: {
    exact: ['category', 'категорія', 'категория'],
    known: [
      ...['service category', 'категорія послуги', 'категория услуги', 'category name', 'група послуг', 'cate'],
      ...['группа услуг', 'service group', 'item category', 'розділ', 'раздел'],
    ],
  },
  location: {
    exact: ['location', 'філія', 'филиал'],
    known: [
      ...['location name', 'branch', 'branch name', 'філіал', 'салон', 'salon', 'студія', 'студия', 'studio', 'center'],
      ...['center name', 'store', 'shop', 'outlet', 'business', 'заклад', 'точка', 'адреса', 'адрес'],
    ],
  },
  price: {
    exact: ['price', 'ціна', 'цена'],
    known: [
      ...['service price', 'ціна послуги', 'цена услуги', 'вартість послуги', 'стоимость услуги', 'вартість'],
      ...[
        'стоимость',
        'amount',
        'сума',
        'сумма',
        'item price',
        'lineitem price',
        'unit price',
        'gross sales',
        'net sales',
        'net amount',
      ],
      ...['total', 'total price', 'total amount', 'до сплати', 'к оплате', 'amount paid', 'paid', 'сплачено'],
      ...['оплачено', 'виторг', 'выручка', 'revenue', 'sales', 'cost'],
    ],
  },
  discount: {
    exact: ['discount', 'знижка', 'скидка'],
    known: ['discount amount', 'сума знижки', 'сумма скидки', 'discounts'],
  },
  source: {
    exact: ['source', 'джерело', 'источник'],
    known: [
      ...['client source', 'джерело клієнта', 'источник клиента', 'referral source', 'acquisition source'],
      ...['lead source', 'booking source', 'джерело запису', 'источник записи', 'marketing source', 'utm source'],
      ...['how did you hear about us', 'звідки дізналися', 'откуда узнали', 'referred by', 'канал'],
    ],
  },
  requested: {
    exact: ['requested', 'за запитом', 'по запросу'],
    known: ['staff requested', 'requested staff', 'preferred staff', 'requested master'],
  },
  kind: {
    exact: ['kind', 'вид'],
    known: ['item type', 'line type', 'item kind', 'тип позиції', 'тип позиции', 'sale type', 'type', 'тип'],
  },
  booked_by: {
    exact: ['booked by', 'хто записав', 'кто записал'],
    known: [
      ...['created by', 'scheduled by', 'автор запису', 'автор записи', 'створив', 'создал', 'booking author'],
      ...['адміністратор', 'администратор'],
    ],
  },
  time: {
    exact: ['time', 'час', 'время'],
    known: [
      ...[
        'start',
        'початок',
        'начало',
        'start time',
        'час початку',
        'время начала',
        'appointment time',
        'час візиту',
        'время визита',
      ],
      ...['час запису', 'время записи', 'time of day'],
    ],
  },
  first_name: { exact: ['first name'], known: ['client first name', 'customer first name', 'given name'] },
  last_name: {
    exact: ['last name', 'прізвище', 'фамилия'],
    known: ['surname', 'client last name', 'customer last name', 'family name'],
  },
  receipt: {
    exact: ['receipt', 'чек'],
    known: [
      ...['receipt number', 'receipt no', 'receipt id', 'номер чека', 'номер чеку', 'check number', 'check no'],
      ...['invoice', 'invoice number', 'invoice no', 'рахунок', 'sale id', 'sale number', 'sale no', 'transaction id'],
      ...['payment id', 'order id', 'номер продажу', 'номер продажи'],
    ],
  },
  // those of one channel alone (SMS marketing) are left out: they do not speak for the others
  marketing_consent: {
    exact: ['marketing consent', 'згода на розсилку', 'согласие на рассылку'],
    known: [
      ...['accepts marketing', 'accept marketing', 'marketing opt in', 'marketing', 'marketing notifications'],
      ...['marketing permission', 'marketing allowed', 'consent to marketing', 'opted in to marketing', 'opt in'],
      ...['згода на маркетинг', 'згода на рекламу', 'дозвіл на розсилку', 'розсилка', 'рекламна розсилка'],
      ...['согласие на маркетинг', 'согласие на рекламу', 'разрешение на рассылку', 'рассылка', 'рекламная рассылка'],
      ...['gdpr consent', 'gdpr marketing', 'newsletter'],
    ],
  },
  birthday: {
    exact: ['birthday', 'date of birth', 'дата народження', 'день народження', 'дата рождения', 'день рождения'],
    known: [
      ...['birth date', 'birthdate', 'dob', 'd o b', 'client birthday', 'customer birthday', 'client date of birth'],
      ...['client dob', 'customer dob', 'birth day', 'bday', 'b day', 'born', 'дата народження клієнта'],
      ...['день народження клієнта', 'дата рождения клиента', 'день рождения клиента', 'др', 'д р', 'дн', 'д н'],
      ...['народження', 'рождение', 'дата нар', 'дата рожд', 'др клієнта', 'др клиента', 'дн клієнта'],
    ],
  },
  language: {
    exact: ['language', 'мова', 'язык'],
    known: [
      ...['client language', 'customer language', 'preferred language', 'communication language', 'lang', 'locale'],
      ...['мова клієнта', 'мова спілкування', 'мова повідомлень', 'язык клиента', 'язык общения', 'язык сообщений'],
    ],
  },
}

/** Columns headed with the bare word hold names in one system and codes in another: their cells decide. */
export const CLIENT_HEADERS: readonly string[] = [
  ...['client', 'клієнт', 'клиент', 'customer', 'guest', 'гість', 'гость', 'patient', 'пацієнт', 'пациент'],
]

/** Price columns from which a discount has been taken already: one beside them must not be taken again. */
export const NET_PRICE_HEADERS: readonly string[] = [
  ...['net sales', 'net amount', 'total', 'total price', 'total amount', 'до сплати', 'к оплате', 'amount paid'],
  ...['paid', 'сплачено', 'оплачено', 'виторг', 'выручка', 'revenue', 'sales'],
]
