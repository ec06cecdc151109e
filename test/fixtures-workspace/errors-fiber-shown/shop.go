package shop

import "github.com/gofiber/fiber/v2"

func New(s *Shop) *fiber.App {
	app := fiber.New(fiber.Config{ErrorHandler: show})
	app.Get("/orders", s.List)
	return app
}

func show(c *fiber.Ctx, err error) error {
	return c.Status(500).JSON(fiber.Map{"error": err.Error()})
	//              ^^^ 500 sent fiber ! error-detail-leak
}

func (s *Shop) List(c *fiber.Ctx) error {
	orders, err := s.store.Orders()
	if err != nil {
		return fiber.NewError(500, err.Error())
		//                    ^^^ 500 sent fiber ! error-detail-leak
	}
	return c.JSON(orders)
}
