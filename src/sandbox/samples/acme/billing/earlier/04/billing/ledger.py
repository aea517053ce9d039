"""Invoices that were written, by their number."""

from billing.invoices import Invoice


class Ledger:
    def __init__(self) -> None:
        self._invoices: dict[str, Invoice] = {}

    def add(self, invoice: Invoice) -> Invoice:
        self._invoices[invoice.number] = invoice
        return invoice

    def find(self, number: str) -> Invoice | None:
        return self._invoices.get(number)

    def all(self) -> list[Invoice]:
        return list(self._invoices.values())
