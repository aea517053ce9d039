package notify

import (
	"testing"

	"github.com/acme/notifications/orders"
)

func TestMessageFor(t *testing.T) {
	order := orders.Order{Number: "A-1042", Status: "shipped", Customer: orders.Customer{Email: "ada@example.com"}}
	message := MessageFor(&order)
	if message.Subject != "A-1042 is on its way" || message.To != "ada@example.com" {
		t.Fatalf("unexpected message %+v", message)
	}
}
