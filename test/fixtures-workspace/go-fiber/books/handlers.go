package books

import "github.com/gofiber/fiber/v2"

func create(service Service) fiber.Handler {
	return func(c *fiber.Ctx) error {
		return c.Status(fiber.StatusConflict).JSON(fiber.Map{"error": "this book is there"})
		//                    ^^^^^^^^^^^^^^ 409 sent fiber POST /api/books
	}
}

func remove(c *fiber.Ctx) error {
	if !hasPermission(c, "books") {
		return fiber.NewError(fiber.StatusUnauthorized, "you may not remove books")
		//                          ^^^^^^^^^^^^^^^^^^ 401 sent fiber DELETE /api/books/:id ! forbidden-for-authenticated
	}
	return c.SendStatus(204)
	//                  ^^^ 204 sent fiber DELETE /api/books/:id
}
