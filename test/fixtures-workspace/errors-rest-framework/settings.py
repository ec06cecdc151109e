REST_FRAMEWORK = {
    'EXCEPTION_HANDLER': 'shop.errors.exception_handler',
}
