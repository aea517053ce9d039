"""Invoices that were written, by their number."""

from billing.invoices import Invoice


class Ledger:
    def __init__(self) -> None:
        self._invoices: dict[str, Invoice] = {}

    def add(self, invoice: Invoice) -> Invoice:
        """Writes an invoice once: the same order gives the same invoice again."""
        return self._invoices.setdefault(invoice.number, invoice)

    def find(self, number: str) -> Invoice | None:
        return self._invoices.get(number)

    def all(self) -> list[Invoice]:
        return list(self._invoices.values())
