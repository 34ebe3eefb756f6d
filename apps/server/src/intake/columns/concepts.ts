/**
 * What the words of a header mean, in the languages booking systems export in (English, Ukrainian, Russian, Polish,
 * German, French, Spanish, Italian, Finnish, Dutch, Portuguese). Normalised words, see normaliseWords.
 */
const WORDS = {
  date: 'date dates дата день дату datum tag fecha día data päivämäärä päivä pvm jour giorno dzień dag dia',
  time: 'time час время времени часу uhrzeit zeit hora heure ora orario godzina aika kello tijd horario horaire clock',
  datetime: 'datetime timestamp datumzeit',
  start: `start starts started begin begins beginning beginn anfang from початок початку начало начала старт début inicio
    inizio rozpoczęcie rozpoczęcia alku alkaa aloitus alkaen início comienzo begintijd startzeit starttime startdate`,
  end: `end ends ending finish finished кінець конец завершення окончание окончания закінчення ende fin final fine konец
    koniec zakończenie zakończenia loppu päättyy einde fim till until`,
  created: `created create creation booked added received recorded створено створення создано создания создан створений
    получено получена отримано добавлено додано erstellt erstellung angelegt gebucht créé création créée creado creación
    creada creato creazione utworzenia utworzono utworzone dodania luotu varattu aangemaakt criado criação reservado
    oprettet reserviert registriert`,
  cancel: `cancel cancels cancelled canceled cancellation cancelation скасовано скасування скасований отменено отмены отмена
    отменен storniert stornierung storno abgesagt annulé annulation cancelado cancelada cancelación annullato
    annullamento anulowano anulowania odwołano odwołania peruttu peruutus geannuleerd cancelamento`,
  noShow: 'noshow неявка nichterschienen',
  done: 'attended completed done checkedout завершено відвідав',
  client: `client clients customer customers guest guests patient patients invitee invitees attendee attendees buyer member
    consumer billing booker shopper bill contact клієнт клієнта клиент клиента гість гостя гость пацієнт пацієнта пациент
    пациента покупець покупця покупатель покупателя контрагент замовник заказчик відвідувач посетитель kunde kunden kundin
    gast patientin cliente clientes klient klienta klientka client clienta pacjent asiakas asiakkaan klant acheteur
    patiente paciente hóspede`,
  staff: `staff employee employees stylist stylists provider practitioner specialist barber therapist technician technicians
    master worker artist hairdresser doctor teammate host organizer organiser calendar resource agent user trainer
    instructor expert consultant clinician beautician waiter cashier seller performer assignee assistant майстер майстра
    мастер мастера співробітник співробітника сотрудник сотрудника спеціаліст спеціаліста специалист специалиста виконавець
    исполнитель працівник работник лікар врач доктор офіціант официант стиліст стилист перукар парикмахер барбер продавець
    продавец фахівець косметолог ресурс консультант mitarbeiter mitarbeiterin behandler friseur stylistin collaborateur
    collaboratrice employé coiffeur praticien prestataire empleado empleada profesional estilista operatore operatrice
    collaboratore dipendente professionista pracownik pracownika personel specjalista fryzjer stylista työntekijä tekijä
    kampaaja medewerker behandelaar kapper profissional funcionário colaborador colaboradora personal`,
  service: `service services treatment treatments procedure procedures послуга послуги услуга услуги услуг послуг процедура
    процедури процедуры назначение призначення сеанс робота работа dienstleistung dienstleistungen leistung leistungen
    behandlung behandlungen prestation prestations soin servicio servicios tratamiento servizio servizi trattamento usługa
    usługi zabieg palvelu palvelut hoito dienst diensten behandeling serviço serviços class offering`,
  item: `item items lineitem product products itemization goods товар товари товары позиція позиция номенклатура artikel
    produkt artículo artículos producto productos article produit articolo prodotto towar produkty tuote produto`,
  category: `category categories group категорія категория категорії категории група группа розділ раздел kategorie
    kategoria gruppe catégorie categoría categoria ryhmä categorie`,
  location: `location branch store shop outlet center centre studio business site salon office venue address філія філіал
    филиал локація локация салон студія студия точка заклад адреса адрес магазин підрозділ подразделение місце standort
    filiale ort établissement lieu ubicación sucursal sede lokalizacja placówka toimipiste liike toimipaikka locatie vestiging
    unidade local centro`,
  price: `price prices pricing cost costs fee amount sum total subtotal revenue rev sales value charge charged ціна ціни цена
    вартість стоимость сума сумма итого разом всього всего підсумок виторг выручка дохід доход preis betrag summe umsatz
    kosten gesamt gesamtbetrag gesamtpreis prix montant tarif precio importe monto ventas ingresos prezzo importo totale
    costo cena kwota suma wartość hinta summa yhteensä prijs bedrag totaal preço valor coste`,
  net: 'net netto paid received neto netas nette netto оплачено сплачено чистими bezahlt payé pagado pagato zapłacono maksettu betaald pago',
  gross: 'gross brutto bruto brutas brut lordo list',
  discount: `discount discounts знижка знижки скидка скидки rabatt rabatte nachlass remise réduction descuento descuentos
    sconto sconti rabat zniżka alennus korting desconto rebate`,
  status: `status state attendance outcome статус статуса стан состояние відвідування посещаемость zustand statut état estado
    stato stan tila situação`,
  id: `id ids uuid guid number no nr num code ref reference номер код ід nummer kennung numéro numero número référence
    referencia codice codigo código numer kod numero tunnus identificador`,
  phone: `phone telephone tel mobile cell cellphone телефон телефону телефона тел мобільний мобильный моб telefon telefonu handy mobil
    téléphone portable teléfono móvil celular telefono cellulare komórka puhelin puhelinnumero gsm matkapuhelin telefoon
    mobiel telefone telemóvel whatsapp`,
  email: 'email emails mail пошта почта емейл имейл courriel correo posta sähköposti',
  name: `name names title full fullname імя ім'я имя піб фио назва название найменування наименование bezeichnung nom nombre
    nome nazwa nimi naam titre título titolo`,
  first: 'first given forename firstname fname vorname prénom imię etunimi voornaam prenom',
  last: `last lastname surname family lname прізвище фамилия nachname familienname apellido apellidos cognome nazwisko
    sukunimi achternaam sobrenome`,
  source: `source referral referrer referred acquisition джерело источник звідки откуда quelle origine origen fonte źródło
    lähde herkunft bron origem provenance`,
  birth: `birth birthday birthdate dob народження рождения geburtstag geburtsdatum naissance anniversaire nacimiento
    cumpleaños nascita compleanno urodzenia urodziny syntymäaika syntymäpäivä geboortedatum nascimento aniversário`,
  visit: `appointment appointments appt visit visits visited booking bookings reservation reservations session sessions event
    slot schedule scheduled запис запису записи запись візит візиту визит визита прийом прийому прием приема бронювання
    бронирования бронь сеансу сеанса посещения відвідування termin termine buchung besuch reservierung rendez rdv réservation réservations visite
    cita citas reserva reservas visita appuntamento appuntamenti prenotazione wizyta wizyty rezerwacja rezerwacji varaus
    varauksen ajanvaraus käynti afspraak boeking agendamento consulta`,
  sale: `sale sold transaction purchase purchased order orders invoice receipt check ticket payment payments paiddate checkout
    closed продаж продажу продажа продажи чек чека чеку рахунок счет оплати оплаты оплата платеж заказ заказа замовлення
    verkauf rechnung beleg bon transaktion facture vente commande transacción venta pedido factura recibo transazione
    vendita ordine scontrino ricevuta fattura sprzedaż sprzedaży paragon transakcja kuitti myynti tilaus verkoop factuur
    venda transação`,
  by: 'by автор author ким кем хто кто durch por',
  type: 'type kind тип вид art typ tipo rodzaj tyyppi soort',
  request: 'requested request preferred запитом запросу gewünscht demandé',
  marketing: 'marketing newsletter розсилка розсилку рассылка рассылку werbung advertising gdpr',
  consent: `consent accepts accept accepted optin opted opt allowed permission subscribed agree agreed згода дозвіл согласие
    разрешение zustimmung einwilligung consentement acepta consenso zgoda suostumus`,
  language: 'language locale lang мова язык sprache langue idioma lingua język kieli taal',
  // a column with one of these holds something else, whatever stands beside it
  other: `duration length minutes mins min hours тривалість длительность продолжительность dauer durée duración durata czas
    kesto duur duração tax taxes vat податок пдв налог ндс steuer mwst taxe tva impuesto iva imposta podatek vero alv qty
    quantity count кількість количество anzahl menge quantité cantidad quantità ilość määrä aantal quantidade note notes
    comment comments коментар комментарий примітка примечание notiz notizen bemerkung kommentar commentaire remarque nota
    notas comentario commento uwagi notatka huomautus opmerking reason причина grund motif motivo powód syy reden method
    methode метод спосіб способ form форма méthode método metodo metoda maksutapa currency валюта währung devise moneda
    valuta waluta zone timezone zona tip tips gratuity чайові чаевые trinkgeld pourboire propina mancia napiwek commission
    комісія комиссия balance баланс борг долг city country gender стать пол age вік возраст percent rate ставка url link
    device sku barcode штрихкод unit points loyalty бонус бонуси бонусы bonus rating оцінка оценка review отзыв online онлайн
    address2 zip postcode postal register каса касса document документ card karta reminder notification notifications
    details deposit застава предоплата передоплата передплата refund tags tag2 теги company компанія компания website
    password team modified updated edited last4 color room кабінет кабинет margin profit прибуток прибыль прибыль debt`,
} as const
export type Concept = keyof typeof WORDS

const CONCEPT_OF = new Map<string, Concept>(
  Object.entries(WORDS).flatMap(([concept, words]) =>
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => [word, concept as Concept] as const),
  ),
)

/** Words that two of the above make, mostly of languages that write them together. */
const COMPOUNDS: Record<string, readonly Concept[]> = {
  ...{ kundenname: ['client', 'name'], kundennummer: ['client', 'id'], kundennr: ['client', 'id'] },
  ...{ asiakasnumero: ['client', 'id'], klantnummer: ['client', 'id'], klantnaam: ['client', 'name'] },
  ...{ buchungsnummer: ['visit', 'id'], buchungsnr: ['visit', 'id'], terminnummer: ['visit', 'id'] },
  ...{
    varausnumero: ['visit', 'id'],
    terminid: ['visit', 'id'],
    buchungsid: ['visit', 'id'],
    kundenid: ['client', 'id'],
  },
  ...{
    termindatum: ['visit', 'date'],
    terminzeit: ['visit', 'time'],
    terminbeginn: ['start'],
    startdatum: ['start', 'date'],
  },
  ...{ buchungsdatum: ['created'], erstelldatum: ['created'], erstellungsdatum: ['created'], anlagedatum: ['created'] },
  ...{ rechnungsnummer: ['sale', 'id'], belegnummer: ['sale', 'id'], rechnungsdatum: ['sale', 'date'] },
  ...{ verkaufsdatum: ['sale', 'date'], kuittinumero: ['sale', 'id'], factuurnummer: ['sale', 'id'] },
  ...{ telefonnummer: ['phone'], mobilnummer: ['phone'], handynummer: ['phone'], telefoonnummer: ['phone'] },
  ...{ mitarbeitername: ['staff', 'name'], servicename: ['service', 'name'], leistungsname: ['service', 'name'] },
  ...{ terminstatus: ['status'], buchungsstatus: ['status'], geburtsdatum: ['birth'] },
  ...{ endzeit: ['end'], enddatum: ['end'], endtime: ['end'], enddate: ['end'], startzeit: ['start', 'time'] },
  ...{ starttime: ['start', 'time'], startdate: ['start', 'date'], begintijd: ['start', 'time'] },
  ...{ alkuaika: ['start', 'time'], alkamisaika: ['start', 'time'], loppuaika: ['end'] },
  ...{
    customerid: ['client', 'id'],
    clientid: ['client', 'id'],
    bookingid: ['visit', 'id'],
    appointmentid: ['visit', 'id'],
  },
  ...{
    zahlungsart: ['other'],
    zahlungsmethode: ['other'],
    zahlungsstatus: ['sale', 'status'],
    nettobetrag: ['net', 'price'],
  },
  ...{ bruttobetrag: ['gross', 'price'], bruttoumsatz: ['gross', 'price'], nettoumsatz: ['net', 'price'] },
  ...{
    einzelpreis: ['price'],
    rabattbetrag: ['discount'],
    stornodatum: ['cancel', 'date'],
    stornierungsgrund: ['other'],
  },
}

const SILENT = new Set(
  `of the a an and or at on to in for per de du des la le les l d di del della dello da der die das den dem am um vom von im
  el los las y et e i и й та і у в на по із з из со z w do od dla za da ttc of's s client's vous with via was is marked as
  п п/п mit für und pour par en al`.split(/\s+/),
)

/** What the words of a normalised header mean, and how many of them mean nothing to us. */
export function conceptsOf(header: string): { concepts: Set<Concept>; unknown: number } {
  const concepts = new Set<Concept>()
  let unknown = 0
  const text = header
    .replace(/\b(?:e mail|el mail)\b|(?<!\p{L})(?:эл|ел|електронна|электронная) (?:пошта|почта)(?!\p{L})/gu, 'email')
    .replace(/\bno shows?\b/g, 'noshow')
    .replace(/\bteam members?\b/g, 'staff')
    .replace(/\bunit price\b/g, 'price')
  for (const word of text.split(' ')) {
    const concept = CONCEPT_OF.get(word)
    if (COMPOUNDS[word]) for (const each of COMPOUNDS[word]) concepts.add(each)
    else if (concept) concepts.add(concept)
    else if (!SILENT.has(word) && !/^\d+$/.test(word)) unknown++
  }
  return { concepts, unknown }
}
