package notify

import (
	"testing"
	"time"

	"github.com/acme/notifications/orders"
)

func TestMessageFor(t *testing.T) {
	placed := time.Date(2026, time.March, 3, 10, 0, 0, 0, time.UTC)
	order := orders.Order{Number: "A-1042", Status: "shipped", Customer: orders.Customer{Email: "ada@example.com"}, PlacedAt: placed}
	message := MessageFor(&order)
	if message.Subject != "A-1042 is on its way" || message.To != "ada@example.com" {
		t.Fatalf("unexpected message %+v", message)
	}
}
