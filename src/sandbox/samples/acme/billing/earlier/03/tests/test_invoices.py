from billing import invoices
from billing.invoices import invoice_for, vat_within

ORDER = {
    "id": "o-1",
    "number": "A-1042",
    "status": "paid",
    "customer": {"id": "c-7", "email": "ada@example.com"},
    "currency": "EUR",
    "total": 3199,
}


def test_tax_is_part_of_the_price():
    assert vat_within(11900, 19) == 1900


def test_an_order_is_invoiced(monkeypatch):
    monkeypatch.setattr(invoices, "get_order", lambda order_id: ORDER)
    invoice = invoice_for("o-1")
    assert (invoice.number, invoice.gross, invoice.vat, invoice.net) == ("INV-A-1042", 3199, 511, 2688)
